import type { Problem } from '../../../src/contract/index.ts';
import { pathTemplateProblem } from '../request/path.ts';
import type { Declaration } from './declaration.ts';
import type { PageRule } from './shape.ts';

type Name = keyof PageRule;

/** What each style cannot do without, and what means something for it. */
const STYLES: Readonly<Record<PageRule['style'], { needs: readonly Name[]; takes: readonly Name[] }>> = {
  offset: { needs: ['offsetParam'], takes: ['size', 'sizeParam', 'more', 'total', 'short'] },
  page: { needs: ['pageParam'], takes: ['size', 'sizeParam', 'first', 'more', 'total', 'short'] },
  cursor: { needs: ['cursorParam', 'next'], takes: ['size', 'sizeParam', 'more', 'total'] },
  link: { needs: [], takes: ['size', 'sizeParam', 'next', 'total', 'under'] },
  none: { needs: [], takes: ['total'] },
};

export function pageProblems({ list, keys }: Declaration): Problem[] {
  const post = list.method === 'POST' && list.page.style === 'link';
  return [
    ...problemsOf('options.list.page', list.page),
    ...keys.flatMap(({ page }) => (page === undefined ? [] : problemsOf('options.keys.page', page))),
    ...(post
      ? [{ message: 'options.list.page.style: "link" cannot follow a POST; use offset, page or cursor' }]
      : []),
  ];
}

function problemsOf(place: string, rule: PageRule): Problem[] {
  const { needs, takes } = STYLES[rule.style];
  const given = (Object.keys(rule) as Name[]).filter((name) => name !== 'style' && name !== 'first');
  const missing = needs.filter((name) => rule[name] === undefined);
  const idle = given.filter((name) => ![...needs, ...takes].includes(name));
  const under = rule.under === undefined ? null : pathTemplateProblem(rule.under, []);
  return [
    ...missing.map((name) => ({ message: `${place}: style "${rule.style}" needs "${name}"; add it` })),
    ...idle.map((name) => ({
      message: `${place}.${name} means nothing with style "${rule.style}", which takes ${[...needs, ...takes].join(', ')}`,
    })),
    ...(rule.sizeParam !== undefined && rule.size === undefined
      ? [{ message: `${place}: "sizeParam" needs "size", the rows per page to ask for; add it` }]
      : []),
    ...(rule.short !== undefined && rule.size === undefined
      ? [{ message: `${place}: "short" needs "size", the rows that a whole page has; add it` }]
      : []),
    ...(under === null ? [] : [{ message: `${place}.under: ${under}` }]),
    ...(rule.under !== undefined && !rule.under.endsWith('/')
      ? [{ message: `${place}.under: end it with "/"` }]
      : []),
  ];
}
