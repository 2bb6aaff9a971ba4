/**
 * Host suffixes of the REST API and of the pages that people open. Source: the Salesforce CLI's own address mapping (facts, section 4).
 */
const PAGES: readonly (readonly [api: string, pages: string])[] = [
  ['.my.salesforce.com', '.lightning.force.com'],
  ['.my.salesforce.mil', '.lightning.crmforce.mil'],
  ['.my.sfcrmproducts.cn', '.lightning.sfcrmapps.cn'],
];

/** Address for links that people follow, of an instance's address for programs; other hosts stay as they are. */
export function pagesAddress(instance: string): string {
  if (!URL.canParse(instance)) return instance;
  const { protocol, hostname, port } = new URL(instance);
  const mapping = PAGES.find(([api]) => hostname.endsWith(api));
  if (mapping === undefined) return instance;
  const [api, pages] = mapping;
  return `${protocol}//${hostname.slice(0, -api.length)}${pages}${port === '' ? '' : `:${port}`}`;
}
