import type { TypedDocumentNode } from '@urql/core';
import { comparePolish } from '@ww/shared/polish';
import { read, type Answer } from '#lib/graphql/client.ts';
import { follow } from '#lib/graphql/socket.ts';
import type { LiveSource, ListChange, Seed } from '#lib/live/live-list.svelte.ts';
import {
  JoinDocument,
  type JoinSeed,
  type MemberRow,
  MyMembershipChanges,
  MyMemberships,
  NetworkMembers,
  NetworkMembersChanges,
} from './documents.ts';

/** Everybody, by the organisation's name. */
export const EVERYBODY = {
  matches: () => true,
  compare: (a: MemberRow, b: MemberRow) => comparePolish(a.organisation.name, b.organisation.name) || comparePolish(a.district, b.district),
};

export async function loadMembers(district: string, fetch?: typeof globalThis.fetch): Promise<Answer<Seed<MemberRow>>> {
  const answer = await read(NetworkMembers, { district }, fetch);
  return answer.ok ? { ok: true, data: answer.data.networkMembers } : answer;
}

/** A district's directory. */
export const membersSource = (district: string): LiveSource<MemberRow> => ({
  load: () => loadMembers(district),
  open: (after, next, refused) => followed(NetworkMembersChanges, { district, after }, next, refused),
});

/** Where the reader's organisations stand. */
export const mySource: LiveSource<MemberRow> = {
  async load() {
    const answer = await read(MyMemberships, {});
    return answer.ok ? { ok: true, data: answer.data.myMemberships } : answer;
  },
  open: (after, next, refused) => followed(MyMembershipChanges, { after }, next, refused),
};

function followed<V extends { after: string }>(
  document: TypedDocumentNode<{ change: ListChange<MemberRow> }, V>,
  variables: V,
  next: (change: ListChange<MemberRow>) => void,
  refused: Parameters<LiveSource<MemberRow>['open']>[2],
): () => void {
  return follow(document, variables, {
    next({ change }) {
      variables.after = change.cursor;
      next(change);
    },
    refused,
  });
}

/** What an organisation's coordinator needs to ask to be let in; for `JoinNetwork`. */
export const loadJoin = (fetch?: typeof globalThis.fetch): Promise<Answer<JoinSeed>> => read(JoinDocument, {}, fetch);
