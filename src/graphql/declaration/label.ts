import type { FieldDefinitionNode } from 'graphql';
import { argumentsOf, text } from './directives.ts';

/** What people call a field: as declared, else its name in words. */
export function labelOf(node: FieldDefinitionNode): string {
  for (const directive of node.directives ?? []) {
    const label = text(argumentsOf(directive), 'label');
    if (label !== undefined) return label;
  }
  return inWords(node.name.value);
}

/** Short words that are written in capitals. */
const CAPITALS: ReadonlySet<string> = new Set(['id', 'url', 'uri', 'sla', 'ip', 'vat']);

/** `closeDate` as `Close date`, `sysId` as `Sys ID`. */
export function inWords(name: string): string {
  const words = name
    .replaceAll('_', ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) =>
      CAPITALS.has(word.toLowerCase()) || /^[A-Z]{2,}$/.test(word) ? word.toUpperCase() : word.toLowerCase(),
    );
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
