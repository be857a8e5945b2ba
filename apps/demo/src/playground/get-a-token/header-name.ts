const spelt: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  accept: 'Accept',
  authorization: 'Authorization',
  'api-key': 'API-Key',
  'oauth-timestamp': 'OAUTH-Timestamp',
  'oauth-signature': 'OAUTH-Signature',
}

/** A header as the provider's page spells it; on the wire upper and lower case are the same. */
export const headerName = (name: string): string => spelt[name] ?? name.toUpperCase()
