interface FoundProfile {
  readonly subpath: string
  readonly profile: object
}

export const readme: string
export const tableOf: (profiles: readonly FoundProfile[]) => string
export const withTable: (text: string, table: string) => string
export const findProfiles: (
  load: (name: string) => Promise<object | undefined>,
) => Promise<readonly FoundProfile[]>
