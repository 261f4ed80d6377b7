import { createTransport } from 'nodemailer';

/** A letter. The subject never names a person or a request: it is read on locked screens and in logs of mail servers. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same letter sent again carries the same id, so that a mail server can drop the second. */
  id?: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Sends through the SMTP server at `url` (`smtp://user:password@host:587`). */
export function smtpMail(url: string, from: string): Mail {
  const transport = createTransport(url);
  return {
    async send({ to, subject, text, id }) {
      await transport.sendMail({ from, to, subject, text, ...(id ? { messageId: `<${id}@warszawa-wspiera>` } : {}) });
    },
    close: () => transport.close(),
  };
}
