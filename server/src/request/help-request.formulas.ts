/** Names and figures of other tables, read with the row. Each takes the column that refers to them. */
export const nameOf = (column: string) => `(select display_name from person where person.id = ${column})`;
export const volunteerNameOf = (column: string) => `(select display_name from volunteer where volunteer.id = ${column})`;
export const openOffersOf = (what: string, column: string) =>
  `(select ${what} from offer where offer.request_id = ${column} and offer.state = 'OPEN')`;
