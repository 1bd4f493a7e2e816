import { render, screen } from '@testing-library/svelte';
import { test } from 'vitest';
import { aSeat, aView } from '../../lib/testing';
import TestingRoom from '../TestingRoom.svelte';
import Offers from './Offers.svelte';

test('an offer is a sentence, and what it offers is beside it', () => {
  const seats = [
    aSeat(4, { name: 'Mia', offer: 'standing', can: ['name_presenter'] }),
    aSeat(5, { name: 'Max', offer: 'next_time' }),
  ];
  render(TestingRoom, { part: Offers, view: { ...aView(), seats } });
  screen.getByText('Mia has a case.');
  screen.getByRole('button', { name: 'Make presenter: Mia' });
  screen.getByRole('list', { name: 'Other cases offered' });
});
