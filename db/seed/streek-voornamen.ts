/**
 * First names for the demo region: a mirror of who lives in the Netherlands.
 * `stijl` only guides the drawn portrait and is shown nowhere.
 */
export interface Voornaam {
  naam: string;
  stijl: 'v' | 'm';
}

const V = [
  // Dutch and Brabant
  'Anita', 'Marieke', 'Sanne', 'Ilse', 'Joke', 'Wilma', 'Petra', 'Kim', 'Lotte', 'Femke',
  'Nicole', 'Monique', 'Bianca', 'Esther', 'Linda', 'Mieke', 'Truus', 'Corrie', 'Anouk', 'Daphne',
  'Roos', 'Maud', 'Jolanda', 'Ingrid', 'Yvonne', 'Chantal', 'Manon', 'Tessa', 'Britt', 'Hanneke',
  'Lieke', 'Annemiek',
  // Turkish and Kurdish
  'Fatma', 'Elif', 'Zeynep', 'Emine', 'Dilan', 'Hatice', 'Gülsen',
  // Moroccan and Amazigh
  'Samira', 'Naima', 'Khadija', 'Fatiha', 'Ikram', 'Hanan', 'Malika',
  // Surinamese, Antillean and Indo
  'Shanti', 'Sharda', 'Cheryl', 'Rochelle', 'Mavis', 'Anjali', 'Jurmaine',
  // Syrian, Iraqi, Afghan and Iranian
  'Rania', 'Hala', 'Amal', 'Nour', 'Zahra', 'Farida', 'Shirin',
  // Polish, Ukrainian, Bulgarian and Romanian
  'Agnieszka', 'Katarzyna', 'Ewa', 'Oksana', 'Halyna', 'Desislava', 'Ioana',
  // Eritrean, Ethiopian, Somali and West African
  'Selam', 'Helen', 'Hodan', 'Adanna', 'Ama', 'Mariama', 'Bintou',
  // Elsewhere
  'Linh', 'Thuy', 'Maria José', 'Ana', 'Carmen', 'Siti',
] as const;

const M = [
  // Dutch and Brabant
  'Piet', 'Joris', 'Ruud', 'Kees', 'Jan', 'Toon', 'Frans', 'Bart', 'Stijn', 'Daan',
  'Tim', 'Rick', 'Patrick', 'Dennis', 'Marcel', 'Erik', 'Wim', 'Harrie', 'Sjef', 'Ad',
  'Mark', 'Jeroen', 'Niels', 'Thijs', 'Bram', 'Luuk', 'Kevin', 'Roy', 'Gijs', 'Peer',
  'Ton', 'Sjaak',
  // Turkish and Kurdish
  'Mehmet', 'Yusuf', 'Emre', 'Hasan', 'Serkan', 'Baran', 'Kemal',
  // Moroccan and Amazigh
  'Mohamed', 'Rachid', 'Youssef', 'Karim', 'Bilal', 'Abdel', 'Said',
  // Surinamese, Antillean and Moluccan
  'Ravi', 'Clifton', 'Orlando', 'Rajesh', 'Winston', 'Dion', 'Nus',
  // Syrian, Iraqi, Afghan and Iranian
  'Omar', 'Khaled', 'Bashar', 'Firas', 'Ali', 'Hamid', 'Reza',
  // Polish, Ukrainian, Bulgarian and Romanian
  'Piotr', 'Krzysztof', 'Marek', 'Tomasz', 'Andriy', 'Georgi', 'Mihai',
  // Eritrean, Ethiopian, Somali and West African
  'Tesfay', 'Yonas', 'Filmon', 'Abdi', 'Kwame', 'Mamadou', 'Emeka',
  // Elsewhere
  'Minh', 'João', 'Luis', 'Antonio', 'Dragan', 'Wei',
] as const;

export const voornamen: readonly Voornaam[] = [
  ...V.map((naam): Voornaam => ({ naam, stijl: 'v' })),
  ...M.map((naam): Voornaam => ({ naam, stijl: 'm' })),
];
