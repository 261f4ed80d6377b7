import { read } from '#lib/graphql/client.ts';
import { PlaceDocument, type Place } from '#lib/place/documents.ts';

/** A place as its staff change it. What somebody else saved meanwhile is read anew; what is typed stays in its form. */
export class Upkeep {
  place: Place;

  constructor(place: Place) {
    this.place = $state.raw(place);
  }

  /** Takes in what a step answers; throws what the step throws. */
  async save(step: Promise<{ place: Place }>): Promise<Place> {
    try {
      this.place = (await step).place;
      return this.place;
    } catch (thrown) {
      const { code } = thrown as { code?: string };
      if (code === 'STALE' || code === 'CONFLICT') await this.#reload();
      throw thrown;
    }
  }

  async #reload(): Promise<void> {
    const answer = await read(PlaceDocument, { slug: this.place.slug });
    if (answer.ok) this.place = answer.data.place;
  }
}
