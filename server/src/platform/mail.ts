import { newId } from '@ww/shared/id';
import { createTransport } from 'nodemailer';
import type { Jobs } from './jobs.ts';

/** A letter. The subject never names a person or a request: it is read on locked screens and in logs of mail servers. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same letter sent again carries the same id, so that a mail server can drop the second. */
  id?: string;
  /** What the reader's calendar does with it (RFC 5546); `method` is the one inside `content`. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

export interface Mail {
  /** The sender as letters show it. */
  readonly from: string;
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Sends through the SMTP server at `url` (`smtp://user:password@host:587`). */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url);
  return {
    from,
    async send({ to, subject, text, id, calendar }) {
      await transport.sendMail({
        ...{ from, to, subject, text },
        ...(id ? { messageId: `<${id}@warszawa-wspiera>` } : {}),
        ...(calendar ? { icalEvent: calendar } : {}),
      });
    },
    close: () => transport.close(),
  };
}

const QUEUE = 'mail';
/** A letter holds an address and sometimes a link that opens something: it is not kept once it is sent. */
const FORGET_SECONDS = 60;

/** Letters that wait in the database until the mail server takes them: whoever asks for one is not told whether it is up. */
export async function queuedMail(mail: Mail, jobs: Jobs): Promise<Mail> {
  await jobs.work(QUEUE, (letter) => mail.send(letter as Letter), FORGET_SECONDS);
  return {
    from: mail.from,
    async send(letter) {
      const id = letter.id ?? newId();
      await jobs.send(QUEUE, { ...letter, id }, id);
    },
    close: () => undefined,
  };
}
