import type { MinutesSeen } from '../../support/meeting-views.ts';

const NOTHING = { note: null, arrangements: [], actions: [] };

/** The minutes of the scripted meeting, written by hand from its script: what each point took is worked out beside it. */
export const EXPECTED: Omit<MinutesSeen, 'meetingId' | 'items'> & { items: Omit<MinutesSeen['items'][number], 'itemId'>[] } = {
  district: 'wlochy',
  version: 1,
  state: 'DRAFT',
  approvedAt: null,
  approvedBy: null,
  title: 'Zima w dzielnicy',
  place: 'Rejonowa 6/8',
  online: false,
  startedAt: '2026-11-27T16:02:00.000Z',
  endedAt: '2026-11-27T17:16:00.000Z',
  leader: 'Jan Perkoz',
  attendance: [
    { name: 'Olga Wilga', organisation: 'Klub Seniora „Pogodni”', remote: false },
    { name: 'Jan Perkoz', organisation: 'Biblioteka na Rejonowej', remote: true },
    { name: 'Helena Dzierlatka', organisation: 'Rada Osiedla Stare Włochy', remote: false },
    { name: 'Marta Zielonka', organisation: null, remote: false },
    { name: 'Ewa Kania', organisation: 'Parafialny Zespół Pomocy', remote: false },
  ],
  items: [
    // 16:02:00 to 16:09:40
    { title: '', kind: 'FOLLOW_UP', state: 'DONE', presenter: null, plannedMinutes: 10, spentMinutes: 8, ...NOTHING },
    // 16:09:40 to 16:14:09, and from 16:31:00 to 16:31:50
    { title: 'Powitanie', kind: 'INFORMATION', state: 'DONE', presenter: 'Marta Zielonka', plannedMinutes: 5, spentMinutes: 5, ...NOTHING },
    // 16:14:09 to 16:31:00, and from 16:31:50 to 16:44:20
    {
      ...{ title: 'Zbiórka koców', kind: 'DECISION', state: 'DONE', presenter: 'Jan Perkoz', plannedMinutes: 20, spentMinutes: 29 },
      note: 'Biblioteka ma miejsce na 40 koców.\n- pranie: Klub Seniora',
      arrangements: [
        { text: 'Zbieramy koce do 31 grudnia.', state: 'ADOPTED', for: 14, against: 2, abstained: 1 },
        { text: 'Pranie opłaca dzielnica.', state: 'REJECTED', for: 6, against: 6, abstained: 5 },
      ],
      actions: [{ text: 'Przygotować regały', owner: 'Jan Perkoz', due: '2026-12-04' }],
    },
    // 16:44:20 to 16:50:00, and from 17:05:29 to 17:10:30
    { title: 'Dyżury w świetlicy', kind: 'DISCUSSION', state: 'PARKED', presenter: null, plannedMinutes: 15, spentMinutes: 11, ...NOTHING },
    // 16:50:00 to 17:05:00
    {
      ...{ title: 'Zasoby i potrzeby', kind: 'RESOURCES_NEEDS', state: 'DONE', presenter: null, plannedMinutes: 10, spentMinutes: 15 },
      note: null,
      arrangements: [],
      actions: [
        { text: 'Spisać, kto ma samochód', owner: 'Olga Wilga', due: '2026-12-11' },
        { text: 'Wysłać plakat', owner: 'Marta Zielonka', due: '2026-12-02' },
      ],
    },
    // 17:05:00 to 17:05:29, and from 17:10:30 to 17:12:31
    { title: 'Wolne wnioski', kind: 'DISCUSSION', state: 'DONE', presenter: null, plannedMinutes: 10, spentMinutes: 3, ...NOTHING },
    { title: 'Kalendarz', kind: 'INFORMATION', state: 'PLANNED', presenter: null, plannedMinutes: 5, spentMinutes: 0, ...NOTHING },
  ],
  arrangements: [{ text: 'Spotykamy się 15 stycznia.', state: 'ADOPTED', for: 12, against: 0, abstained: 0 }],
  actions: [{ text: 'Zarezerwować salę', owner: 'Marta Zielonka', due: '2026-12-18' }],
  remarks: null,
};

/** What is still to be done at the next meeting, by the day it is due. */
export const EXPECTED_OPEN = [
  ['2026-12-01', 'Zapytać szkołę o salę', 'Olga Wilga'],
  ['2026-12-02', 'Wysłać plakat', 'Marta Zielonka'],
  ['2026-12-04', 'Przygotować regały', 'Jan Perkoz'],
  ['2026-12-11', 'Spisać, kto ma samochód', 'Olga Wilga'],
  ['2026-12-18', 'Zarezerwować salę', 'Marta Zielonka'],
];
