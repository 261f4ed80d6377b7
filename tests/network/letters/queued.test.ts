import { meetingCalendar } from '@ww/server/network/meeting/calendar';
import type { Jobs } from '@ww/server/platform/jobs';
import { queuedMail, smtpMail } from '@ww/server/platform/mail';
import { newId } from '@ww/shared/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarIn } from '../../support/calendar.ts';
import { openPostbox, type Postbox } from '../../support/smtp.ts';

let box: Postbox;
beforeAll(async () => void (box = await openPostbox()));
afterAll(() => box.stop());

/** A queue that does at once what it is given, as it would come back from the database. */
function throughJson(): Jobs {
  let handle: (data: unknown) => Promise<void> = () => Promise.resolve();
  return {
    work: (_queue, given) => Promise.resolve(void (handle = given)),
    send: (_queue, data) => handle(JSON.parse(JSON.stringify(data))),
    stop: () => Promise.resolve(),
  };
}

it('a calendar part survives the queue and arrives as a calendar method and as a file', async () => {
  const direct = smtpMail(box.url, 'Warszawa Wspiera <no-reply@example.org>');
  const mail = await queuedMail(direct, throughJson());
  expect(mail.from).toBe(direct.from);
  const calendar = meetingCalendar({
    meeting: {
      ...{ id: newId(), title: 'Zażółć gęślą jaźń', place: 'Rejonowa 6/8', online: false, sequence: 4 },
      ...{ startsAt: new Date('2026-12-03T16:00:00Z'), endsAt: new Date('2026-12-03T18:00:00Z') },
    },
    ...{ standing: 'OUT' as const, to: 'olga@example.org', from: mail.from, page: 'https://wspiera.example.org/siec/1', link: null },
    now: new Date('2026-11-26T11:00:00Z'),
  });
  await mail.send({ to: 'olga@example.org', subject: 'Spotkanie', text: 'Odwołane.', calendar });
  direct.close();

  const [letter] = box.letters;
  expect(letter?.text?.trim()).toBe('Odwołane.');
  expect(letter?.attachments.map(({ mimeType, method, disposition }) => ({ mimeType, method, disposition }))).toEqual([
    { mimeType: 'text/calendar', method: 'CANCEL', disposition: null },
    { mimeType: 'application/ics', method: undefined, disposition: 'attachment' },
  ]);
  for (const { content } of letter?.attachments ?? []) {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(calendarIn(text)).toMatchObject({ method: 'CANCEL', sequence: 4, summary: 'Zażółć gęślą jaźń' });
  }
});
