const FIRST = `Sale udostępniamy bezpłatnie mieszkankom i mieszkańcom, grupom sąsiedzkim i organizacjom.
Spotkania są otwarte albo służą sąsiadom. Nie zarabiamy tu i nie prowadzimy kampanii wyborczych.
Kto rezerwuje, ten otwiera i zamyka spotkanie, i odpowiada za salę.
Po spotkaniu ustawiamy krzesła tak, jak stały, wycieramy stoły i zabieramy śmieci.`;

/** House rules by place, one version after the other. */
export const RULES = {
  wlochy: [
    FIRST,
    `${FIRST}
W kuchni gotuje najwyżej osiem osób. Po gotowaniu myjemy naczynia i sprawdzamy, czy płyta jest wyłączona.
Nie palimy i nie pijemy alkoholu. Muzyka gra tak, żeby sąsiedzi z góry mogli odpocząć.
Jeśli plany się zmienią, oddajemy salę najpóźniej dzień wcześniej. Ktoś inny na nią czeka.
Dziecko do 13 lat przychodzi z dorosłym.
Gdy musimy zamknąć wcześniej, piszemy na podany adres i proponujemy inne godziny.`,
  ],
  kasztan: [
    `Wybierz godzinę i przyjdź. Na zgodę nie trzeba czekać.
Na salę z lustrami wchodzimy w miękkich butach.
Zabawki z kącika wracają do pudeł. Zepsutą zabawkę oddaj nam, naprawimy ją.
Sprzątamy po sobie i gasimy światło. Nie palimy i nie pijemy alkoholu.`,
  ],
  kanal: [
    `Hala i warsztat są dla sąsiadów: na próby, naprawy i wspólne stoły.
Narzędzi używa osoba dorosła, która przeszła krótkie szkolenie na miejscu.
Krzesła i stoły rozstawiacie sami. Pół godziny przed i po spotkaniu jest na to.
Hałasujemy do 18:00. Nie palimy i nie pijemy alkoholu.`,
  ],
} as const;
