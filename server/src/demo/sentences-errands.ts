import type { Errand } from '@ww/shared/request/kinds';
import type { Sentences } from './words.ts';

/** Shopping and rubbish. `{she|he}` agrees with the person in need. */
export const ERRAND_SENTENCES: Readonly<Record<Extract<Errand, 'GROCERIES' | 'PHARMACY' | 'WASTE' | 'RECYCLING'>, Sentences>> = {
  GROCERIES: {
    desk: [
      'Chleb, mleko 2%, jabłka, masło. Pieniądze odliczone, zwrot gotówką.',
      'Zakupy na trzy dni dla jednej osoby, lista przy drzwiach. Dieta bezglutenowa.',
      'Dwie zgrzewki wody niegazowanej, trzecie piętro bez windy.',
      'Zakupy dla dwóch osób po siedemdziesiątce. Ziemniaki, marchew, kurczak, jajka, herbata.',
      'Mleko bez laktozy, chleb żytni, chudy twaróg. Cukrzyca, więc nic słodkiego.',
      'Po operacji biodra, nie wychodzi do końca miesiąca. Pieczywo, wędlina, pomidory, kawa zbożowa.',
      'Kasza, ryż, mrożone warzywa, olej. Potrzebny paragon, rozlicza się z córką.',
      'Jak w zeszłym tygodniu, do tego kilo cukru i drożdże.',
      'Kaszka ryżowa, słoiczki po szóstym miesiącu, pieluchy nr 4. W domu gorączka, nikt nie może wyjść.',
      'Ręka w gipsie. Lekkie zakupy i wniesienie do kuchni.',
      'Lista do 60 zł: mąka, olej, jajka, ser żółty, dwie bułki.',
      'Ostatnie zakupy w sobotę, lodówka prawie pusta. Chleb, masło, ser, coś na obiad.',
      'Owoce miękkie, jogurty, budyń. Trudność z gryzieniem.',
      'Zakupy dla siebie i dla kota: chleb, śmietana, twaróg i sześć saszetek z rybą.',
      'Warzywa na zupę, pół kilo łopatki, koperek. Sklep na rogu zna listę.',
      'W niedzielę odwiedzają {ją|go} wnuki: dwa bochenki chleba, ciasto drożdżowe, sok jabłkowy.',
    ],
    own: [
      'Proszę o chleb, mleko i owoce. Od tygodnia nie schodzę ze schodów, kolano nie daje.',
      'Potrzebuję zakupów na kilka dni. Listę mam spisaną, oddam pieniądze przy drzwiach.',
      'Jestem po szpitalu i nie wolno mi dźwigać. Najpilniejsza jest woda i coś na obiad.',
      '{Skręciłam|Skręciłem} kostkę. Bardzo proszę o podstawowe zakupy, sklep jest dwie ulice dalej.',
      'Proszę o zakupy dla dwóch osób, oboje mamy grypę. Zostawcie torbę pod drzwiami.',
      'Nie widzę dobrze etykiet, a potrzebuję produktów bez soli. Proszę o pomoc w zakupach.',
      'Winda nie działa od poniedziałku, mieszkam na siódmym. Proszę o pieczywo, nabiał i ziemniaki.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} z parteru od kilku dni nie wychodzi. Prosi o chleb, mleko i ziemniaki.',
      'Mieszkam w Gdańsku, a {mama została sama|tata został sam} z chorą nogą. Potrzebne są zwykłe zakupy, przeleję pieniądze.',
      '{Starsza pani|Starszy pan} z naszej klatki prosi o zakupy, {wstydziła|wstydził} się dzwonić.',
      '{Babcia|Dziadek} ma dziewięćdziesiąt lat i mieszka z psem. Pieczywo, wędlina, coś ciepłego na obiad.',
      '{Ciotka|Wujek} mieszka niedaleko Państwa. Wracam dopiero w niedzielę, a w lodówce pusto.',
    ],
  },
  PHARMACY: {
    desk: [
      'Recepta elektroniczna, kod poda przy odbiorze. Leki na serce, zostały na jeden dzień.',
      'Krople do oczu i plastry, apteka na rogu ma odłożone na nazwisko.',
      'Insulina z lodówki w aptece, proszę o torbę termiczną.',
      'Leki na ciśnienie, recepta w telefonie, przeczyta kod przez domofon.',
      'Syrop dla dziecka i termometr. {Sama|Sam} z dwójką wnuków, wszyscy gorączkują.',
      'Lek sprowadzony na zamówienie, apteka czynna do 20:00.',
      'Opatrunki jałowe i maść po zabiegu, lista z przychodni.',
      'Recepta i paski do glukometru, do tego chleb i mleko z tego samego pasażu.',
      'Odbiór leków i zapytanie o zamiennik, jeśli drożej niż 40 zł.',
      'Pieluchomajtki w rozmiarze M, zlecenie jest już w aptece.',
    ],
    own: [
      'Kończą mi się tabletki na tarczycę, e-receptę mam. Proszę o odbiór z apteki.',
      'Leżę z zapaleniem płuc i nie mam kogo wysłać po antybiotyk.',
      'Proszę o wykupienie leków na ciśnienie. Kod recepty podam przez telefon.',
      '{Złamałam|Złamałem} nogę, zastrzyki przeciwzakrzepowe są do odbioru w aptece.',
      'Poproszę o krople do oczu. Po zabiegu nie wolno mi wychodzić przez trzy dni.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} prosi o wykupienie leków, {sama|sam} nie da rady zejść.',
      '{Mamie|Tacie} kończy się insulina, a ja jestem w delegacji do piątku.',
      '{Pani|Pan} spod szóstki ma receptę na jutro i nikogo bliskiego w Warszawie.',
      '{Teściowa|Teść} po wypisie ze szpitala, lista leków jest na kartce w kuchni.',
    ],
  },
  WASTE: {
    desk: [
      'Trzy worki w przedpokoju, trzecie piętro bez windy.',
      'Śmieci od tygodnia, noga w gipsie. Altana jest za blokiem.',
      'Wyrzucanie co drugi dzień do końca miesiąca, dozorca zna sprawę.',
      'Dwa worki i karton po telewizorze. Klucz do altany wisi przy drzwiach.',
      'Śmieci i pusta butla po wodzie. Proszę dzwonić dwa razy, słaby słuch.',
      'Po remoncie u sąsiada winda zamknięta, nie da rady znieść worków.',
      'Worek ze zużytymi opatrunkami, zamknięty i podpisany, i zwykłe śmieci.',
    ],
    own: [
      'Proszę o wyniesienie śmieci. Chodzę o kulach, a altana jest daleko.',
      'Mam trzy worki i ani jednej osoby, która by je zniosła. Drugie piętro.',
      'Po operacji nie wolno mi dźwigać. Worki stoją spakowane przy drzwiach.',
      'Mieszkam na czwartym bez windy. Raz w tygodniu proszę o wyniesienie śmieci.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} zostawia worki pod drzwiami, bo nie ma siły znieść ich na dół.',
      '{Mama|Tata} ma zakaz schodzenia po schodach, śmieci zbierają się od piątku.',
      'Na klatce czuć śmieci spod ósemki. {Lokatorka jest chora|Lokator jest chory} i prosi o pomoc.',
    ],
  },
  RECYCLING: {
    desk: [
      'Papier i szkło, cztery torby. Pojemniki przy sąsiednim bloku.',
      'Stare gazety po porządkach, około dwudziestu kilo. Przyda się wózek.',
      'Szkło ze spiżarni, słoiki po przetworach, kosz na kółkach jest na miejscu.',
      'Makulatura i zepsuty czajnik do punktu zbiórki elektrośmieci.',
      'Worki z plastikiem od dwóch tygodni, wywóz w czwartek rano.',
    ],
    own: [
      'Proszę o wyniesienie szkła i papieru. Torby są ciężkie, a ja mam chory kręgosłup.',
      'Uzbierało się dużo plastiku, a pojemniki przenieśli na drugi koniec osiedla.',
      'Mam do oddania stary telewizor i gazety. {Sama|Sam} nie dam rady.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} ma pełen balkon makulatury i boi się, że spółdzielnia naśle kontrolę.',
      '{Babcia|Dziadek} segreguje bardzo starannie, ale do pojemników już nie dojdzie.',
    ],
  },
};
