import type { Errand } from '@ww/shared/request/kinds';
import type { Sentences } from './words.ts';

/** Pets, errands with people, and what fits nowhere else. `{she|he}` agrees with the person in need. */
export const COMPANY_SENTENCES: Readonly<Record<Extract<Errand, 'WALK' | 'VET' | 'POST' | 'OFFICE' | 'DOCTOR'> | 'ANY', Sentences>> = {
  WALK: {
    desk: [
      'Spacer z psem, kundel, łagodny, ciągnie do gołębi. Bez obroży nie wychodzi.',
      'Jamnik, spacer na pół godziny. Smycz i woreczki wiszą w przedpokoju.',
      'Suka Figa, dwanaście lat, chodzi wolno. Wystarczy skwer przed blokiem.',
      'Owczarek na spacer, tylko ktoś, kto nie boi się dużych psów.',
      'Zapalenie płuc, zakaz wychodzenia. Pies nie wychodził od wczorajszego wieczora.',
      'Spacer w kagańcu, pies nie lubi innych psów. Najlepiej boczną ulicą.',
      'Dwa małe psy, smycze na wieszaku, wystarczy dwadzieścia minut.',
    ],
    own: [
      'Mam złamaną rękę i nie utrzymam smyczy. Pies jest spokojny, lubi ludzi.',
      'Leżę z gorączką, a Reks musi wyjść choć dwa razy dziennie. Bardzo proszę.',
      'Po zabiegu nie wolno mi chodzić przez tydzień. Proszę o spacer z psem.',
      'Jest ślisko i boję się upadku. Czy ktoś mógłby wyprowadzić pieska?',
    ],
    other: [
      '{Sąsiadka|Sąsiad} wczoraj {trafiła|trafił} na ostry dyżur, pies szczeka za drzwiami. Klucze mam ja.',
      '{Mama|Tata} nie da rady wychodzić z psem po udarze. Pies jest mały i grzeczny.',
      '{Starsza pani|Starszy pan} z pierwszego piętra prosi o spacery z psem, choćby raz dziennie.',
    ],
  },
  VET: {
    desk: [
      'Kot do weterynarza na kontrolę, transporter jest przy drzwiach, kot boi się psów.',
      'Szczepienie psa, lecznica umówiona. Porusza się na wózku, potrzebna druga osoba.',
      'Papuga Zenek przestała jeść. Lecznica przyjmuje ptaki, klatkę trzeba zakryć.',
      'Odbiór karmy leczniczej i tabletek dla kota z lecznicy, zapłacone.',
      'Zdjęcie szwów u kotki. Wizyta krótka, powrót taksówką opłaconą przez córkę.',
    ],
    own: [
      'Mój kot kaszle od trzech dni, a ja nie mogę wyjść z domu. Wizyta jest umówiona.',
      'Proszę o zawiezienie psa na szczepienie, mam nogę w szynie.',
      'Trzeba odebrać leki dla kotki z lecznicy. {Jestem sama|Jestem sam} i po zabiegu nie wychodzę.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} bardzo martwi się o kota. Potrzebny ktoś z samochodem na godzinę.',
      '{Ciocia|Wujek} nie chodzi, a piesek ma umówioną kontrolę w lecznicy.',
    ],
  },
  POST: {
    desk: [
      'List polecony na poczcie, awizo w skrzynce, potrzebne upoważnienie z domu.',
      'Wysłanie paczki do syna, spakowana, adres naklejony. Do pięciu kilo.',
      'Rachunki do opłacenia na poczcie, gotówka odliczona w kopercie.',
      'Odbiór paczki z automatu, ciężka, około dwunastu kilo. Kod poda przez telefon.',
      'Emerytura z poczty, pełnomocnictwo złożone, trzeba tylko odprowadzić {ją|go} pod rękę.',
    ],
    own: [
      'Przyszło awizo z sądu, termin mija w tym tygodniu. Nie dojdę na pocztę, chodzę z balkonikiem.',
      'Proszę o odebranie paczki z automatu i wniesienie na drugie piętro.',
      'Mam list do wysłania poleconym i dwa rachunki. Pieniądze czekają w kopercie.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} prosi o nadanie listu poleconego, {sama|sam} nie stoi dłużej niż kilka minut.',
      '{Mama|Tata} dostaje awiza i ich nie odbiera. Proszę o pomoc, będę dopiero w sobotę.',
    ],
  },
  OFFICE: {
    desk: [
      'Złożenie wniosku o dodatek osłonowy, druk wypełniony, trzeba zanieść do urzędu.',
      'Towarzyszenie w urzędzie, słaby wzrok, trzeba przeczytać formularz.',
      'Odbiór karty parkingowej, potrzebna podpora przy schodach.',
      'Wniosek o nowy dowód, zdjęcie już ma. Dojazd wózkiem, autobus niskopodłogowy.',
      'Zaświadczenie z ZUS, kolejka umówiona, {boi się jechać sama|boi się jechać sam}.',
    ],
    own: [
      'Muszę złożyć wniosek w urzędzie, a nie przejdę schodów. Proszę o towarzystwo albo zaniesienie pisma.',
      'Nie radzę sobie z formularzem o dodatek mieszkaniowy. Czy ktoś mógłby usiąść ze mną na pół godziny?',
      'Mieszkam tu od niedawna i słabo czytam po polsku. Proszę o pomoc w urzędzie dzielnicy.',
    ],
    other: [
      '{Sąsiadka|Sąsiad} ma pismo z urzędu i nie wie, co z nim zrobić. {Prosiła|Prosił}, żeby ktoś przyszedł i przeczytał.',
      '{Mama|Tata} musi osobiście odebrać dokument, a na wózku nie wyjedzie z klatki bez pomocy.',
    ],
  },
  DOCTOR: {
    desk: [
      'Wizyta u lekarza, wózek. Trzeba zjechać windą i dojść dwieście metrów.',
      'Kontrola u okulisty, po kroplach {nie będzie widziała|nie będzie widział}. Odprowadzenie do domu.',
      'Badanie krwi na czczo, przychodnia otwiera o 7:30. Chodzi o lasce.',
      'Pierwsza rehabilitacja po wypadku, potrzebne ramię na schodach.',
      'Dializa, transport jest, ale trzeba pomóc zejść z drugiego piętra.',
      'Rozmowa z lekarzem po ukraińsku, ktoś, kto zna oba języki.',
      'Prześwietlenie, skierowanie w torebce. Powrót taksówką, rozlicza rodzina.',
    ],
    own: [
      'Mam wizytę u kardiologa i boję się jechać {sama|sam}. Wystarczy, że ktoś pójdzie obok.',
      'Po znieczuleniu nie wypuszczą mnie bez osoby towarzyszącej. Nie mam kogo poprosić.',
      'Proszę o pomoc w dotarciu do przychodni, chodzę z balkonikiem, a chodnik jest rozkopany.',
      'Potrzebuję kogoś na godzinę, żeby zejść ze schodów i wsiąść do taksówki.',
    ],
    other: [
      '{Mama|Tata} ma wizytę w poradni, a ja pracuję do szesnastej. Potrzebne towarzystwo.',
      '{Sąsiadka|Sąsiad} słabo słyszy i gubi się w przychodni, trzeba zarejestrować i posiedzieć obok.',
      '{Pani|Pan} spod trójki jedzie na badania, nie zejdzie bez pomocy z trzeciego piętra.',
    ],
  },
  ANY: {
    desk: [
      'Wymiana żarówki w kuchni, drabina jest. {Boi się wejść sama|Boi się wejść sam}.',
      'Hydraulik przychodzi na umówioną godzinę, {nie chce być wtedy sama|nie chce być wtedy sam} w domu.',
      'Zniesienie starego wózka do piwnicy i wniesienie zimowych kołder.',
      'Telefon do córki przestał działać, potrzebny ktoś, kto ustawi go od nowa.',
      'Oddanie książek do biblioteki i wypożyczenie dużego druku, lista na kartce.',
      'Podlanie kwiatów i wyjęcie poczty, {sama|sam} wraca ze szpitala dopiero w środę, klucze u dozorcy.',
      'Rozmowa i herbata raz w tygodniu, {została sama|został sam} po przeprowadzce dzieci.',
      'Pomoc przy ustawieniu dekodera, od niedzieli nie ma telewizji.',
    ],
    own: [
      'Przepaliła się żarówka w łazience, a ja nie wejdę na drabinę. Proszę o pomoc.',
      'Muszę przestawić łóżko bliżej okna. Potrzebne dwie silne osoby na kwadrans.',
      'Chcę odebrać zdjęcia wnuków z telefonu i wydrukować je. Czy ktoś umie?',
      'Dawno nikt mnie nie odwiedził. Czy ktoś mógłby wpaść na rozmowę?',
    ],
    other: [
      '{Sąsiadka|Sąsiad} nie otworzy ciężkich drzwi od klatki i prosi o odbiór paczki od kuriera.',
      '{Babcia|Dziadek} nie umie włączyć ogrzewania po przerwie, w mieszkaniu jest zimno.',
      '{Mama|Tata} potrzebuje kogoś, kto posiedzi podczas wizyty kominiarza.',
    ],
  },
};
