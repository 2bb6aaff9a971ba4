import type { ConstDirectiveNode, ObjectTypeDefinitionNode } from 'graphql';
import { argumentsOf, directiveOf, strings, text } from './directives.ts';
import { EMBED_FIELD } from './embed-field.ts';
import { columnHolding, hiddenColumn, type TableDraft } from './draft.ts';
import { isTemplate, parseTemplate } from './fields.ts';
import { argumentNode, itemsOf, textOf } from './literal.ts';
import { problemAt, suggestion, type DeclarationProblem } from './problem.ts';

/** What a page that shows a row in a frame may do: values of the frame's attributes. */
export interface FramePolicy {
  readonly sandbox: readonly string[];
  readonly allow: readonly string[];
  readonly referrerPolicy: string;
}

/** Tokens of the `sandbox` attribute, as the HTML standard lists them. */
const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-orientation-lock',
  'allow-pointer-lock',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-presentation',
  'allow-same-origin',
  'allow-scripts',
  'allow-top-navigation',
  'allow-top-navigation-by-user-activation',
  'allow-top-navigation-to-custom-protocols',
];
/** Values of the `referrerpolicy` attribute; `unsafe-url` is left out: it would tell the framed system addresses of the page around it. */
const REFERRER = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'origin',
  'origin-when-cross-origin',
  'same-origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
];
const DEFAULT_SANDBOX = ['allow-forms', 'allow-same-origin', 'allow-scripts'];
/** A host that nothing of the row can change. */
const PLACE = /^(\{instance\}|https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?)\//;

/** Gives a table with @embed its field, and reports what is wrong with the directive. */
export function linkEmbed(draft: TableDraft, problems: DeclarationProblem[]): void {
  const directive = directiveOf(draft.node, 'embed');
  if (directive === undefined) return;
  const template = text(argumentsOf(directive), 'template') ?? '';
  const place = argumentNode(directive, 'template') ?? directive;
  const wrong = [...templateProblems(template, draft), ...nameProblems(draft)];
  problems.push(...wrong.map((message) => problemAt(place, message)), ...policyProblems(directive));
  if (wrong.length > 0) return;
  const parts = parseTemplate(template, (upstream) => columnHolding(draft, upstream, 'string'));
  const column = hiddenColumn(EMBED_FIELD.name, '', 'url');
  draft.columns.set(EMBED_FIELD.name, { ...column, hidden: false, template: parts });
}

function templateProblems(template: string, { declared, references }: TableDraft): string[] {
  if (!isTemplate(template))
    return [
      `The template "${template}" is not well-formed. Columns stand in braces: {sys_id}, and {instance} for the address.`,
    ];
  if (!PLACE.test(template))
    return [
      `The template "${template}" does not say which system is framed. Begin with {instance}/ or with https:// and a host without braces.`,
    ];
  const named = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const columns = named.filter((name) => name !== 'instance');
  if (columns.length === 0)
    return [`The template "${template}" names no column, so every row would show the same page.`];
  const known = [
    ...declared.filter((field) => field.template === null).map(({ column }) => column.upstream),
    ...references.map(({ upstream }) => upstream),
  ];
  return columns
    .filter((name) => !known.includes(name))
    .map(
      (name) =>
        `The template names {${name}}, which no declared field holds. ${suggestion(name, [...new Set(known)])}`,
    );
}

function nameProblems({ declared, references, lists }: TableDraft): string[] {
  const names = [
    ...declared.map(({ column }) => column.name),
    ...[...references, ...lists].map(({ name }) => name),
  ];
  return names.includes(EMBED_FIELD.name)
    ? [`@embed makes the field ${EMBED_FIELD.name}, which the type declares already. Rename that one.`]
    : [];
}

function policyProblems(directive: ConstDirectiveNode): DeclarationProblem[] {
  const unknown = (
    argument: string,
    isKnown: (value: string) => boolean,
    advice: (value: string) => string,
  ) =>
    itemsOf(argumentNode(directive, argument)).flatMap((node) => {
      const value = textOf(node) ?? '';
      return isKnown(value) ? [] : [problemAt(node, `${argument} has "${value}". ${advice(value)}`)];
    });
  return [
    ...unknown(
      'sandbox',
      (token) => SANDBOX.includes(token),
      (token) => suggestion(token, SANDBOX),
    ),
    ...unknown(
      'referrerPolicy',
      (value) => REFERRER.includes(value),
      (value) => suggestion(value, REFERRER),
    ),
    ...unknown(
      'allow',
      (feature) => /^[a-z]+(-[a-z]+)*$/.test(feature),
      () => 'Name a feature of the browser, such as "clipboard-write".',
    ),
  ];
}

/** The policy of a table with @embed, checked by {@link linkEmbed}. */
export function framePolicy(node: ObjectTypeDefinitionNode): FramePolicy | null {
  const directive = directiveOf(node, 'embed');
  if (directive === undefined) return null;
  const values = argumentsOf(directive);
  return {
    sandbox: strings(values, 'sandbox') ?? DEFAULT_SANDBOX,
    allow: strings(values, 'allow') ?? [],
    referrerPolicy: text(values, 'referrerPolicy') ?? 'no-referrer',
  };
}
