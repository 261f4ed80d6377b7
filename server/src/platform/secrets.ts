import { createHmac, timingSafeEqual } from 'node:crypto';
import { codeFromBytes } from '@ww/shared/id';
import { networkOf } from './network.ts';

/** Everything that is derived from the server's secret. Nothing of it is stored in the clear. */
export class Secrets {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  #derive(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.#secret).update(`${purpose}:${value}`).digest();
  }

  /** The resident's code of a request: 60 bits, the same each time, so that a repeated command answers the same. */
  requestCode(requestId: string): string {
    return codeFromBytes(this.#derive('request-code', requestId));
  }

  /** The code of a booking, as `requestCode`. */
  bookingCode(bookingId: string): string {
    return codeFromBytes(this.#derive('booking-code', bookingId));
  }

  /** Six digits that prove who reads the letter; the number of tries is limited. */
  proofCode(proofId: string): string {
    return String(this.#derive('proof-code', proofId).readUInt32BE() % 1_000_000).padStart(6, '0');
  }

  /** Who borrows, without the address: fit for counting and for nothing else. */
  borrower(email: string): string {
    return this.#derive('borrower', email).toString('base64url').slice(0, 22);
  }

  /** What is stored in place of a code. */
  codeHash(code: string): string {
    return this.#derive('code-hash', code).toString('base64url');
  }

  /** A caller's address, fit for a limit and for nothing else. */
  address(ip: string): string {
    return this.#derive('address', networkOf(ip)).toString('base64url').slice(0, 22);
  }

  /** A caller's address as an address of nobody (a unique local IPv6 network), for a library that insists on one. */
  pseudonym(ip: string): string {
    const groups =
      this.#derive('pseudonym', networkOf(ip))
        .toString('hex')
        .slice(0, 14)
        .match(/.{1,4}/g) ?? [];
    const [first = '', second = '', third = '', rest = ''] = groups;
    return `fd${rest.padStart(2, '0')}:${first}:${second}:${third}::1`;
  }

  /**
   * A fingerprint of a command's input, to tell a retry from a reused key. Keyed, because it is stored: an input can be
   * a password or a phone number, which a plain hash would let anyone guess who reads the table.
   */
  fingerprint(input: unknown): string {
    return this.#derive('input', JSON.stringify(input)).toString('base64url');
  }

  /** The token of an invitation's link: its id and a proof that we made it. */
  invitationToken(id: string): string {
    return this.#token('invitation', id);
  }

  /** The id inside a token that we made; null for any other text. */
  invitationId(token: string): string | null {
    return this.#idIn('invitation', token);
  }

  /** The token of a one-time link to sign in with: its id and a proof that we made it. */
  linkToken(id: string): string {
    return this.#token('sign-in-link', id);
  }

  /** The id inside a link's token that we made; null for any other text. */
  linkId(token: string): string | null {
    return this.#idIn('sign-in-link', token);
  }

  #token(purpose: string, id: string): string {
    return `${id}.${this.#derive(purpose, id).toString('base64url')}`;
  }

  #idIn(purpose: string, token: string): string | null {
    const [id, proof] = token.split('.');
    if (!id || !proof) return null;
    const expected = Buffer.from(this.#derive(purpose, id).toString('base64url'));
    const given = Buffer.from(proof);
    return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
  }
}
