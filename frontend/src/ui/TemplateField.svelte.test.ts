import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { words } from '../lib/front-words';
import type { Template } from '../protocol';
import TemplateField from './TemplateField.svelte';

const fishbowl: [Template, boolean, boolean][] = [
  ['one_case_60', false, false],
  ['one_case_60', true, false],
  ['fishbowl_90', false, true],
  ['fishbowl_90', true, true],
];

test.each(fishbowl)(
  'that the circle is a fishbowl is said also with a plan of its own: %s, %s',
  (template, own, is) => {
    render(TemplateField, { template, own });
    expect(screen.queryByText(words.frame.fishbowl) !== null).toBe(is);
  },
);
