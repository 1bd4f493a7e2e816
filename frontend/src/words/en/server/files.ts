import type { LeaderPart } from '../../../protocol';

/** What stands in the files of a group, beside what a printed certificate says too. */
export const files = {
  calendar: {
    means: 'Open your own link to the group to enter. It is not in this calendar.',
    cancelled: (group: string) => `Cancelled: ${group}`,
  },

  certificate: {
    pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  },

  /** A facilitator's own log, as a table. */
  log: {
    columns: {
      date: 'date',
      start: 'start',
      zone: 'time zone',
      group: 'group',
      mode: 'mode',
      minutes: 'minutes',
      cases: 'cases',
      role: 'role',
      coLeaders: 'co-facilitators',
      there: 'people present',
      supervision: 'supervision',
      confirmed: 'confirmed',
    },
    part: { lead: 'facilitated', co_lead: 'co-facilitated', observe: 'observed' } satisfies Record<
      LeaderPart,
      string
    >,
    inCase: (part: string, number: string) => `${part} (case ${number})`,
    yes: 'yes',
    no: 'no',
  },
};
