import { screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';

/** What a hand does in a test of a group's page. */
export async function type(field: HTMLInputElement, value: string): Promise<void> {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await tick();
}

/** This DOM does not know which option of a select is `:checked`, by which Svelte finds it. */
export async function choose(select: HTMLSelectElement, says: string): Promise<void> {
  const option = [...select.options].find(({ text }) => text === says)!;
  vi.spyOn(select, 'querySelector').mockReturnValue(option);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await tick();
}

export const press = (name: string): void => screen.getByRole('button', { name }).click();
