import type { ListeningSandbox } from '@x/sandbox/node'

/** Asks the sandbox's control API for something, as a user's program would. @throws Error with the API's own words */
export const control = async (
  { controlUrl, controlToken }: ListeningSandbox,
  { path, body, status = 200 }: { readonly path: string; readonly body: object; readonly status?: number },
): Promise<void> => {
  const response = await fetch(`${controlUrl}/_sandbox/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.status === status) return
  const { error } = (await response.json()) as { readonly error: { readonly message: string } }
  throw new Error(`The sandbox refused ${path} (HTTP ${response.status}): ${error.message}`)
}
