/** A list with the value put in or taken out, as a check box says. */
export const toggled = <T>(list: readonly T[], value: T, on: boolean): T[] =>
  on ? [...list, value] : list.filter((each) => each !== value);
