import type { Alternative, FieldError } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { AppError } from '#lib/graphql/app-error.ts';
import { orThrow, run } from '#lib/graphql/client.ts';
import type { VariablesOf } from '#lib/graphql/schema.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { dayOf } from '#lib/place/days.ts';
import { FormState } from '#lib/ui/form-state.svelte.ts';
import { wishFrom } from '../address.ts';
import type { Organisation, PlaceWeek } from '../documents.ts';
import { factsOf } from '../facts.ts';
import { BookForOrganisationDocument, RequestBookingDocument } from '../mutations.ts';
import { nearestTimes } from '../nearest.ts';
import { ShownWeek } from '../shown-week.svelte.ts';
import { keepDraft, readDraft } from './draft.ts';
import { Proof } from './proof.svelte.ts';
import { asShown, checkBooking, questionsOf, toOrganisation, toRequest, wishOf, type BookValues } from './values.ts';

const USUAL_MINUTES = 120;

/** A booking that was made; the code of a visitor is in memory only. */
export interface Booked {
  code: string | null;
  values: BookValues;
}

/** The form with which a room is booked, whatever is shown of it at a time. */
export class BookingForm {
  readonly shown: ShownWeek;
  readonly proof = new Proof();
  readonly organisations: readonly Organisation[];
  readonly form: FormState<BookValues, Booked>;
  /** The version of the house rules that is shown. */
  rulesVersion = $state(0);
  rulesChanged = $state(false);
  /** Other times, found here for a wish that breaks a rule. */
  found = $state.raw<readonly Alternative[]>([]);
  #id = newId();
  #intention: { key: string; content: string } | null = null;
  readonly #search: string;

  constructor(seed: PlaceWeek, query: URLSearchParams, organisations: readonly Organisation[], done: (booked: Booked) => void) {
    this.shown = new ShownWeek(seed);
    this.organisations = organisations;
    this.rulesVersion = seed.place.rulesVersion;
    this.#search = query.toString();
    this.form = new FormState<BookValues, Booked>(this.#begin(query), {
      check: (values) => this.check(values),
      send: (values) => this.#send(values),
      done: (booked) => {
        keepDraft(seed.place.slug, null);
        done(booked);
      },
    });
  }

  get questions() {
    return questionsOf(this.form.values);
  }

  /** Times that would do, of the latest refusal. */
  get others(): readonly Alternative[] {
    return this.form.failure?.alternatives ?? this.found;
  }

  check(values: BookValues): FieldError[] {
    const { week } = this.shown;
    const wrong = checkBooking(values, this.#target, factsOf(week.place, week.busy, serverNow()), this.rulesVersion);
    // an answer that got lost may have been a yes: then it is this very booking that holds the room, which the server knows by the key
    return this.#intention?.content === this.#contentOf(values) ? wrong.filter(({ rule }) => rule !== 'taken') : wrong;
  }

  /** Takes a time that was proposed. */
  async take({ roomId, startsAt, endsAt }: Alternative): Promise<void> {
    const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
    Object.assign(this.form.values, { roomId, day: dayOf(from), startsAt: from, minutes: (to - from) / 60_000 });
    this.form.clear('time', 'people');
    this.form.failure = null;
    this.found = [];
    await this.shown.show(dayOf(from));
  }

  /** Looks for other times when the wish breaks a rule that other times would not. */
  async propose(): Promise<void> {
    const wish = wishOf(this.form.values);
    const isAboutTime = this.form.errors.some(({ path, rule }) => path === 'time' || rule === 'tooManyPeople');
    this.found = wish && isAboutTime ? await nearestTimes(this.shown.week, wish) : [];
  }

  /** What was typed in this tab before a reload; the question that was open then. */
  restore(): number {
    const draft = readDraft(this.shown.week.place.slug);
    if (!draft) return 0;
    const { roomId, day, minutes, startsAt, people } = this.form.values;
    const isSame = draft.search === this.#search;
    Object.assign(this.form.values, draft.values, isSame ? {} : { roomId, day, minutes, startsAt }, people && !isSame ? { people } : {});
    if (!isSame) return 0;
    this.#id = draft.id;
    this.#intention = draft.intention;
    this.proof.sent = draft.proof;
    return Math.min(draft.step, this.questions.length - 1);
  }

  /** Keeps what is typed for a reload. */
  keep(step: number): void {
    const values: BookValues = $state.snapshot(this.form.values);
    const { sent: proof } = this.proof;
    keepDraft(this.shown.week.place.slug, { search: this.#search, values, step, id: this.#id, proof, intention: this.#intention });
  }

  #begin(query: URLSearchParams): BookValues {
    const { place } = this.shown.week;
    const { roomId, day, from, minutes, people } = wishFrom(query);
    const known = place.rooms.find(({ id }) => id === roomId) ?? (place.rooms.length === 1 ? place.rooms[0] : undefined);
    const usual = Math.min(Math.max(USUAL_MINUTES, place.shortestMinutes), place.longestMinutes);
    const [only] = this.organisations;
    return {
      ...{ roomId: known?.id ?? '', day, minutes: minutes ?? usual, startsAt: from, purpose: null, people },
      ...{ who: only && this.organisations.length === 1 ? only.id : '', groupName: '', name: '', phone: '', words: '' },
      ...{ email: '', letterCode: '', accepted: place.rulesVersion === 0 ? 0 : -1 },
    };
  }

  get #target() {
    return { id: this.#id, proofId: this.proof.sent?.id ?? this.#id };
  }

  /** What is sent, to tell whether it is the same again. */
  #contentOf(values: BookValues): string {
    return JSON.stringify([values, this.#target]);
  }

  async #send(values: BookValues): Promise<Booked> {
    const target = this.#target;
    const content = this.#contentOf(values);
    if (this.#intention?.content !== content) this.#intention = { key: newId(), content };
    this.keep(this.questions.length - 1);
    this.rulesChanged = false;
    const { key } = this.#intention;
    try {
      if (values.who !== 'RESIDENT' && values.who !== 'GROUP') {
        const input = iso(toOrganisation(values, target, key)) as VariablesOf<typeof BookForOrganisationDocument>['input'];
        await orThrow(run(BookForOrganisationDocument, { input }));
        return { code: null, values };
      }
      // the check has passed: nothing that the API needs is still missing
      const input = iso(toRequest(values, target, key)) as VariablesOf<typeof RequestBookingDocument>['input'];
      return { code: (await orThrow(run(RequestBookingDocument, { input }))).requestBooking.code, values };
    } catch (thrown) {
      throw this.#understood(thrown);
    }
  }

  /** A refusal in the form's own fields; house rules that changed meanwhile are shown and asked about anew. */
  #understood(thrown: unknown): unknown {
    if (!(thrown instanceof AppError)) return thrown;
    const rules = thrown.fields.find(({ rule }) => rule === 'rulesVersion');
    if (rules?.limit) {
      this.rulesVersion = rules.limit;
      this.rulesChanged = true;
      this.form.values.accepted = -1;
    }
    const { code, conflict, requestId, gates, alternatives } = thrown;
    return new AppError(code, { fields: asShown(thrown.fields), conflict, requestId, gates, alternatives });
  }
}

/** Instants as the API reads them. */
const iso = <T extends { startsAt: Date | null; endsAt: Date | null }>(input: T) => ({
  ...input,
  startsAt: input.startsAt?.toISOString(),
  endsAt: input.endsAt?.toISOString(),
});
