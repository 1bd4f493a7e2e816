import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

/**
 * A button inside of a form sends it unless it has a type, also where it comes from another component; and Enter in a field
 * presses the first of them, also one that is folded away.
 */
interface Part {
  type?: string;
  name?: string;
  attributes?: Part[];
}

const sources = import.meta.glob<string>('./**/*.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const templates = new Map<string, object[]>();
for (const [path, source] of Object.entries(sources)) {
  const name = /(\w+)\.svelte$/.exec(path)![1]!;
  const { fragment } = parse(source, { modern: true });
  templates.set(name, [...(templates.get(name) ?? []), fragment]);
}

function* partsOf(tree: object): Generator<Part> {
  yield tree;
  for (const child of Object.values(tree))
    if (typeof child === 'object' && child !== null) yield* partsOf(child as object);
}

/** The component of a group's forms counts as one: its fields come from whoever uses it. */
const isForm = ({ type, name }: Part): boolean =>
  (type === 'RegularElement' && name === 'form') || (type === 'Component' && name === 'Form');

const sends = ({ type, name, attributes }: Part): boolean =>
  type === 'RegularElement' &&
  name === 'button' &&
  !attributes!.some((attribute) => attribute.name === 'type');

/** By which components what stands in this form sends it, one for each button. */
function sentBy(form: Part, within: string): string[] {
  const inside = new Set<string>();
  function look(tree: object, owner: string): string[] {
    return [...partsOf(tree)].flatMap((part) => {
      if (sends(part)) return [owner];
      if (part.type !== 'Component' || inside.has(part.name!)) return [];
      inside.add(part.name!);
      return (templates.get(part.name!) ?? []).flatMap((template) => look(template, part.name!));
    });
  }
  return look(form, within);
}

const forms = [...templates].flatMap(([name, trees]) =>
  trees.flatMap((tree) => [...partsOf(tree)].filter(isForm).map((form) => ({ name, form }))),
);

test('the forms of the page are found', () => {
  expect(forms.length).toBeGreaterThan(20);
});

test.each(forms)('a form of $name is sent by one button alone, its own', ({ name, form }) => {
  expect(sentBy(form, name)).toEqual([form.type === 'Component' ? 'Form' : name]);
});
