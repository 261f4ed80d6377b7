import { defineEntity, p } from '@mikro-orm/core';

/**
 * What identifies people, and free text, apart from the row: read only by `reveal` (audited) and by the resident's code.
 * Reporter, person in need and contact at the door are three people and stay apart.
 */
const schema = defineEntity({
  name: 'RequestPrivate',
  tableName: 'request_private',
  properties: {
    requestId: p.uuid().primary(),
    /** What staff know and may correct. */
    words: p.text(),
    /** What the resident wrote themselves: all that their code shows, for a reporter must not read what staff were told. */
    ownWords: p.text().nullable(),
    personName: p.string(),
    personPhone: p.string(),
    reporterName: p.string().nullable(),
    reporterPhone: p.string().nullable(),
    contactName: p.string().nullable(),
    contactPhone: p.string().nullable(),
    street: p.string(),
    house: p.string(),
    flat: p.string().nullable(),
    access: p.string().nullable(),
  },
});
export class RequestPrivate extends schema.class {}
schema.setClass(RequestPrivate);

const noteSchema = defineEntity({
  name: 'RequestNote',
  tableName: 'request_note',
  properties: {
    id: p.uuid().primary(),
    requestId: p.uuid(),
    authorName: p.string(),
    text: p.text(),
    at: p.datetime(),
  },
});
export class RequestNote extends noteSchema.class {}
noteSchema.setClass(RequestNote);
