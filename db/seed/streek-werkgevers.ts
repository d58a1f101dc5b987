/**
 * The employers of the demo region Midden-Brabant. All companies and people
 * are made up; places are real.
 */
export interface StreekWerkgever {
  naam: string;
  plaats: string;
  /** Sector id, as in the vocabulary. */
  sector: string;
  omschrijving: string;
  contact: { naam: string; functie: string };
}

type Rij = readonly [naam: string, plaats: string, sector: string, omschrijving: string, contact: string, functie: string];

const rijen: readonly Rij[] = [
  // Logistiek
  ['Van Dijk Logistiek', 'Tilburg', 'logistiek', 'Wij slaan goederen op voor winkels en webwinkels in heel Nederland. In ons distributiecentrum op Vossenberg werken 180 mensen in kleine, vaste teams.', 'Marleen van Dijk', 'hoofd personeel'],
  ['Webpakket Tilburg', 'Tilburg', 'logistiek', 'Voor dertig webwinkels pakken en versturen wij alle bestellingen. Van één paar sokken tot een hele tuinset.', 'Sven Aarts', 'operationeel manager'],
  ['Brabant Retourhuis', 'Waalwijk', 'logistiek', 'Klanten sturen kleding en schoenen terug; wij kijken ze na en maken ze weer klaar voor verkoop. Ruim de helft van onze mensen begon zonder ervaring.', 'Ilona Verschuren', 'teamleider'],
  ['Haven Acht Distributie', 'Waalwijk', 'logistiek', 'Containers komen met het schip bij ons binnen en gaan per vrachtwagen weer weg. Wij werken dag en avond, in vaste ploegen.', 'Mourad El Idrissi', 'ploegchef'],
  ['Langstraat Warehousing', 'Waalwijk', 'logistiek', 'Wij doen de opslag voor merken in sport en speelgoed. In het najaar is het druk, in het voorjaar leren wij nieuwe mensen in.', 'Carla Brouwers', 'personeelsadviseur'],
  ['Peters & De Rooij Expeditie', 'Rijen', 'logistiek', 'Een familiebedrijf dat onderdelen verzendt naar garages. Om vier uur moet alles de deur uit zijn, daarna drinken we samen koffie.', 'Jos de Rooij', 'eigenaar'],
  ['Noordkade Magazijnen', 'Dongen', 'logistiek', 'Wij hebben drie hallen vol huishoudelijke spullen. Rust, orde en duidelijke looproutes vinden wij belangrijk.', 'Wendy Oomen', 'magazijnchef'],
  ['Heusdens Pakketpunt', 'Heusden', 'logistiek', 'Elke ochtend sorteren wij de pakketten voor twaalf dorpen. Het werk begint vroeg en is om elf uur klaar.', 'Gerrit van Bladel', 'depotleider'],
  ['Loonse Logistieke Dienst', 'Loon op Zand', 'logistiek', 'Wij verpakken producten om en bouwen displays voor winkels. Een groot deel van het werk doe je zittend of aan een hoge tafel.', 'Angela Smits', 'planner'],
  ['Goirlese Opslag en Meer', 'Goirle', 'logistiek', 'Een middelgroot magazijn met een eigen verhuisploeg. Wij zoeken mensen die willen blijven.', 'Paul Swaans', 'directeur'],
  // Productie
  ['Kunststof Kerkhoven', 'Oisterwijk', 'productie', 'Wij maken doppen, bakjes en onderdelen van kunststof. Steeds meer van ons materiaal is gerecycled.', 'Birgit Kerkhoven', 'hoofd productie'],
  ['Tilburgse Textielwerken', 'Tilburg', 'productie', 'In een oude wolfabriek maken wij gordijnen, kussens en tassen. Vakmensen leren hier het naaien aan nieuwe collega’s.', 'Aylin Demir', 'atelierchef'],
  ['Houtwerf De Beerze', 'Hilvarenbeek', 'productie', 'Wij timmeren pallets en kisten op maat. Resthout wordt bij ons speelgoed en brandhout.', 'Rinus Vermeer', 'werkplaatschef'],
  ['Van Gestel Verpakkingen', 'Kaatsheuvel', 'productie', 'Dozen vouwen, bedrukken en snijden is ons werk sinds 1961. Wij leveren aan bakkers, slagers en pretparken.', 'Leonie van Gestel', 'eigenaar'],
  ['Drunense Wasserij', 'Drunen', 'productie', 'Wij wassen linnengoed voor hotels en zorghuizen in de hele regio. Het is warm werk met een hechte ploeg.', 'Fatima Bouzid', 'afdelingshoofd'],
  ['Meubelmakers van de Mark', 'Gilze', 'productie', 'Wij bouwen tafels en kasten van Nederlands eikenhout. In de werkplaats loopt altijd iemand mee die het vak al jaren kent.', 'Dirk van Alphen', 'meester-meubelmaker'],
  ['Print & Zo Brabant', 'Tilburg', 'productie', 'Van visitekaartje tot spandoek: wij drukken en werken alles af. Ons team bestaat uit veertien mensen.', 'Nathalie Jacobs', 'bedrijfsleider'],
  ['Lichtpunt Assemblage', 'Rijen', 'productie', 'Wij zetten lampen en kleine elektronica in elkaar. Fijn handwerk, aan een eigen werktafel met goed licht.', 'Henk Willemen', 'productieleider'],
  ['Zeil en Doek Waalwijk', 'Waalwijk', 'productie', 'Wij maken zeilen voor vrachtwagens en overkappingen voor terrassen. Veel stukken zijn groot, dus je werkt bijna altijd met z’n tweeën.', 'Bas Kuijpers', 'eigenaar'],
  // Voeding
  ['Bakkerij Het Korenhuis', 'Oisterwijk', 'voeding', 'Wij bakken brood voor negen winkels en veertig horecazaken. De nachtploeg bakt, de dagploeg pakt in en maakt schoon.', 'Toine Robben', 'bakkerijchef'],
  ['Vers van de Velden', 'Dongen', 'voeding', 'Wij wassen en snijden groente voor keukens van scholen en ziekenhuizen. Hygiëne staat bij ons op één, gezelligheid op twee.', 'Joyce Broeders', 'productieleider'],
  ['De Blije Kok Maaltijden', 'Tilburg', 'voeding', 'Elke dag maken wij vierduizend maaltijden voor mensen thuis. Onze recepten zijn simpel en goed.', 'Rob Timmermans', 'keukenmanager'],
  ['Eierpakstation De Hilver', 'Hilvarenbeek', 'voeding', 'Wij sorteren en verpakken eieren van boeren uit de buurt. Een familiebedrijf met twintig collega’s.', 'Mariët van Hees', 'mede-eigenaar'],
  ['Chocolade-atelier Noten & Co', 'Waalwijk', 'voeding', 'Wij maken bonbons en repen met de hand. Voor Sinterklaas en Pasen verdubbelt ons team.', 'Ellen Noten', 'eigenaar'],
  ['Slagerij-groothandel Van Roessel', 'Udenhout', 'voeding', 'Wij leveren vlees aan restaurants en slagers. Koel werk, scherpe messen, goede afspraken.', 'Wim van Roessel', 'directeur'],
  // Metaal
  ['Constructiebedrijf Smulders-Hoek', 'Tilburg', 'metaal', 'Wij bouwen trappen, balkons en hekken van staal. Jonge lassers leren het vak naast een ervaren collega.', 'Theo Hoek', 'werkplaatschef'],
  ['Plaatwerk Gilze', 'Gilze', 'metaal', 'Wij snijden, zetten en lassen dun plaatwerk. Elke maandag bespreken wij samen het werk van de week.', 'Corina van Riel', 'planner'],
  ['Draaierij De Volt', 'Tilburg', 'metaal', 'Kleine, precieze onderdelen voor machines: dat is ons vak. De werkplaats is licht en opvallend stil.', 'Emiel Kanters', 'eigenaar'],
  ['Lakspuiterij Langstraat', 'Drunen', 'metaal', 'Wij geven metaal een sterke kleurlaag. Ophangen, spuiten, bakken en nakijken doen we met twee ploegen.', 'Soraya Lamers', 'ploegleider'],
  // Bouw
  ['Bouwbedrijf Van den Hout', 'Udenhout', 'bouw', 'Wij bouwen en verbouwen woningen in en rond Tilburg. Op elke bouwplaats staat een vaste voorman.', 'Cees van den Hout', 'uitvoerder'],
  ['Schildersbedrijf Kleurrijk', 'Goirle', 'bouw', 'Wij schilderen huizen, scholen en kozijnen. Netjes afplakken is bij ons het halve werk.', 'Sandra Pijnenburg', 'bedrijfsleider'],
  ['Stratenmakers Midden', 'Berkel-Enschot', 'bouw', 'Wij leggen straten, pleinen en opritten. Zwaar werk doen we met machines waar het kan.', 'Roel Berende', 'eigenaar'],
  ['Dakwerken De Leij', 'Tilburg', 'bouw', 'Wij leggen platte daken en groene daken. Veilig werken gaat bij ons voor snel werken.', 'Mustafa Yildiz', 'projectleider'],
  // Groen
  ['Groenbedrijf De Linde', 'Goirle', 'groen', 'Wij onderhouden tuinen, plantsoenen en begraafplaatsen. Elke ploeg heeft een meewerkend voorman die tijd neemt voor uitleg.', 'Ans Schellekens', 'planner'],
  ['Kwekerij De Oude Warande', 'Tilburg', 'groen', 'Wij kweken vaste planten voor tuincentra. In de kas is het warm, buiten waait het, koffie is er altijd.', 'Bert Coolen', 'kweker'],
  ['Boomkwekerij Haarense Hof', 'Oisterwijk', 'groen', 'Bij ons groeien laanbomen en fruitbomen. Wij oogsten in de winter en verzorgen in de zomer.', 'Karin Vugts', 'bedrijfsleider'],
  ['Natuurwacht Drunense Duinen', 'Drunen', 'groen', 'Wij onderhouden paden, hekken en heide in het natuurgebied. Vroege vogels zijn bij ons op hun plek.', 'Michiel Verhagen', 'beheerder'],
  ['Aardbeien Van Loon', 'Hilvarenbeek', 'groen', 'Op stellingen telen wij aardbeien en frambozen. Plukken doe je staand, in je eigen rij.', 'Geertje van Loon', 'teelthoofd'],
  // Schoonmaak
  ['Helder Schoonmaak', 'Tilburg', 'schoonmaak', 'Wij maken kantoren en scholen schoon in Tilburg en omgeving. Je krijgt je eigen gebouw en een vaste collega.', 'Denise Heijmans', 'rayonleider'],
  ['Glans & Zonen', 'Waalwijk', 'schoonmaak', 'Ramen, gevels en zonnepanelen: wij maken ze streeploos schoon. Drie broers leiden het bedrijf.', 'Rens Glans', 'eigenaar'],
  ['Zuiver Zorgschoonmaak', 'Oisterwijk', 'schoonmaak', 'In zorghuizen houden wij kamers en keukens schoon. Een praatje met bewoners hoort erbij.', 'Rabia Chaouki', 'objectleider'],
  // Horeca
  ['Brasserie De Heuvel', 'Tilburg', 'horeca', 'Een drukke zaak in het centrum met een open keuken. We lachen veel en ruimen samen op.', 'Lars Mutsaers', 'bedrijfsleider'],
  ['Hotel De Efteldreef', 'Kaatsheuvel', 'horeca', 'Een familiehotel met 96 kamers, dicht bij het pretpark. Het ontbijt is onze trots.', 'Patricia Klerks', 'hotelmanager'],
  ['Eetcafé ’t Vrijthof van Beek', 'Hilvarenbeek', 'horeca', 'Op het mooiste plein van de streek serveren wij lunch en diner. Met veertien mensen draaien wij de hele week.', 'Freek Naaijkens', 'eigenaar'],
  ['Bedrijfsrestaurants Lepel', 'Tilburg', 'horeca', 'Wij koken voor medewerkers van tien bedrijven. Werktijden zijn overdag, avonden en weekenden ben je vrij.', 'Gonnie Spapens', 'regiomanager'],
  // Zorg
  ['Zorghuis De Reyshoeve', 'Tilburg', 'zorg', 'Bij ons wonen 84 ouderen in kleine groepen. Koken, eten en opruimen doen we samen.', 'Irma van Esch', 'teammanager'],
  ['Thuisgoed Hulp', 'Goirle', 'zorg', 'Wij helpen mensen thuis met het huishouden en een goed gesprek. Je komt elke week bij dezelfde adressen.', 'Nadia Achahbar', 'planner'],
  ['Woonvorm De Kersentuin', 'Gilze', 'zorg', 'Twintig bewoners, een grote tuin en twee ezels. Wij zoeken mensen met geduld en humor.', 'Joost Adams', 'locatiehoofd'],
  // Detailhandel
  ['Supermarkt Verhoeven', 'Berkel-Enschot', 'detailhandel', 'Een dorpssuper met een grote versafdeling. Klanten kennen onze mensen bij naam.', 'Marco Verhoeven', 'ondernemer'],
  ['Kringloopwarenhuis De Tweede Ronde', 'Tilburg', 'detailhandel', 'Wij geven spullen een tweede leven en mensen een plek om te leren. Vijftig collega’s, waarvan de helft vrijwilliger.', 'Tineke Ligtvoet', 'winkelmanager'],
  ['Tuincentrum Dongen-Vaart', 'Dongen', 'detailhandel', 'Planten, potten en tuinmeubels op twee hectare. In het voorjaar kunnen we alle handen gebruiken.', 'Erwin Damen', 'afdelingschef'],
  ['Schoenenhuis Van de Langstraat', 'Kaatsheuvel', 'detailhandel', 'Een schoenenwinkel in de streek waar schoenen vandaan komen. Rustig advies is hier belangrijker dan snel verkopen.', 'Lucy Rombouts', 'filiaalleider'],
  // Transport
  ['Rooijakkers Regiovervoer', 'Tilburg', 'transport', 'Wij brengen leerlingen, ouderen en post op tijd naar de plek waar ze moeten zijn. Veertig busjes, zestig chauffeurs.', 'Jeanine Rooijakkers', 'hoofd planning'],
  ['Koelvracht De Kroon', 'Waalwijk', 'transport', 'Met gekoelde vrachtwagens rijden wij naar supermarkten. Overdag en ’s nachts, altijd met een vaste auto.', 'Ronald de Kroon', 'directeur'],
  ['Fietskoeriers Spoorzone', 'Tilburg', 'transport', 'Wij bezorgen pakjes, maaltijden en medicijnen per elektrische bakfiets. Schoon, snel en bij elk weer.', 'Isa Wouters', 'coördinator'],
  // Kantoor, beveiliging, recycling, kinderopvang, techniek
  ['Administratiehuis Willems', 'Tilburg', 'kantoor', 'Wij doen de administratie van driehonderd kleine bedrijven. Op ons kantoor werken achttien mensen, met een hond erbij.', 'Astrid Willems', 'kantoormanager'],
  ['Wakend Oog Beveiliging', 'Tilburg', 'beveiliging', 'Wij bewaken winkels, evenementen en bedrijventerreinen. Rust en oplettendheid zijn ons vak.', 'Glenn Pinas', 'teamleider'],
  ['Kringbaan Recycling', 'Rijen', 'recycling', 'Oude apparaten halen wij uit elkaar zodat metaal en kunststof opnieuw gebruikt worden. Elk jaar ruim drie miljoen kilo.', 'Monique Haarbosch', 'productieleider'],
  ['Kinderopvang De Blauwe Vlinder', 'Oisterwijk', 'kinderopvang', 'Vijf groepen, een moestuin en veel buitenspelen. Naast pedagogisch medewerkers zoeken wij mensen die de boel draaiend houden.', 'Suzan van Rijswijk', 'locatiemanager'],
  ['Installatiebedrijf Warmtewerk', 'Dongen', 'techniek', 'Wij plaatsen warmtepompen en zonnepanelen. Zonder helpende handen stopt de energiestap, dus wij leiden zelf op.', 'Stan Vermeulen', 'hoofd uitvoering'],
];

/** Sixty employers; the first one is the demo's own sign-in. */
export const werkgevers: readonly StreekWerkgever[] = rijen.map(([naam, plaats, sector, omschrijving, contact, functie]) => ({
  naam, plaats, sector, omschrijving, contact: { naam: contact, functie },
}));
