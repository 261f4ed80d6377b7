import { defineEntity, p } from '@mikro-orm/core';

/** Someone with an account. Its id is the id of better-auth's user; how they sign in is kept there. */
const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    displayName: p.string(),
    email: p.string(),
    createdAt: p.datetime(),
  },
});
export class Person extends PersonSchema.class {
  static create(id: string, displayName: string, email: string, now: Date): Person {
    const person = new Person();
    Object.assign(person, { id, displayName, email, createdAt: now });
    return person;
  }
}
PersonSchema.setClass(Person);
