/** Where people and films of the synthetic catalog come from: their names sound like it. */
export interface Region {
  /** Code, English name, share of all films. */
  countries: [code: string, name: string, share: number][];
  female: string;
  male: string;
  family: string;
  /** People commonly have two surnames. */
  twoSurnames?: true;
}

export const regions: Region[] = [
  {
    countries: [
      ['US', 'United States', 30],
      ['GB', 'United Kingdom', 9],
      ['CA', 'Canada', 4],
      ['AU', 'Australia', 3],
      ['IE', 'Ireland', 1],
      ['NZ', 'New Zealand', 1],
    ],
    female:
      'Mary Patricia Jennifer Linda Elizabeth Susan Jessica Sarah Karen Nancy Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Rachel Ruth Catherine Olivia Hannah Grace',
    male: 'James Robert John Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan',
    family:
      'Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Bailey Cooper Reed Bell Ward Kelly',
  },
  {
    countries: [
      ['FR', 'France', 7],
      ['BE', 'Belgium', 1],
      ['SN', 'Senegal', 0.3],
    ],
    female:
      'Marie Jeanne Françoise Monique Catherine Nathalie Isabelle Jacqueline Sylvie Martine Hélène Camille Léa Chloé Manon Élodie Aurélie Céline Juliette Simone',
    male: 'Jean Pierre Michel André Philippe Louis Nicolas Alain Bernard François Daniel Julien Olivier Laurent Étienne Guillaume Mathieu Gérard Rémi Bastien',
    family:
      'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia Bertrand Roux Vincent Fournier Morel Girard Mercier Lambert Bonnet Faure Rousseau Blanc Guérin Boyer Chevalier',
  },
  {
    countries: [
      ['DE', 'Germany', 5],
      ['AT', 'Austria', 1],
      ['CH', 'Switzerland', 1],
    ],
    female:
      'Anna Greta Ursula Helga Renate Ingrid Petra Sabine Monika Claudia Heike Katja Lena Hannah Johanna Franziska Lotte Hildegard Marlene Birgit',
    male: 'Hans Peter Wolfgang Klaus Jürgen Dieter Manfred Uwe Günter Horst Bernd Karl Heinz Stefan Matthias Lukas Felix Moritz Jonas Friedrich',
    family:
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Huber Gruber Egger',
  },
  {
    countries: [['IT', 'Italy', 5]],
    female:
      'Maria Anna Giuseppina Rosa Angela Giovanna Teresa Lucia Carmela Caterina Francesca Paola Laura Giulia Chiara Sofia Martina Elena Silvana Monica',
    male: 'Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Paolo Matteo Marco Andrea Federico Nino',
    family:
      'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo',
  },
  {
    countries: [
      ['ES', 'Spain', 3],
      ['MX', 'Mexico', 2],
      ['AR', 'Argentina', 2],
      ['CL', 'Chile', 0.6],
      ['CO', 'Colombia', 0.5],
      ['CU', 'Cuba', 0.4],
    ],
    female:
      'María Carmen Josefa Isabel Dolores Pilar Teresa Ana Cristina Laura Lucía Marta Elena Rosa Paula Sara Beatriz Valeria Camila Ximena',
    male: 'Antonio José Manuel Francisco Juan David Javier Daniel Carlos Miguel Rafael Pedro Pablo Ángel Sergio Fernando Jorge Luis Diego Andrés',
    family:
      'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Jiménez Ruiz Hernández Díaz Moreno Álvarez Muñoz Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Castro',
    twoSurnames: true,
  },
  {
    countries: [
      ['BR', 'Brazil', 2],
      ['PT', 'Portugal', 1],
    ],
    female:
      'Ana Maria Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica Letícia Júlia Luciana Vanessa Beatriz',
    male: 'João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Gabriel Rafael Daniel Marcelo Bruno Eduardo Felipe Rodrigo Manoel Mateus André',
    family:
      'Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Ribeiro Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos',
    twoSurnames: true,
  },
  {
    countries: [
      ['SE', 'Sweden', 1.4],
      ['DK', 'Denmark', 1.2],
      ['NO', 'Norway', 0.8],
      ['FI', 'Finland', 0.8],
      ['IS', 'Iceland', 0.2],
    ],
    female:
      'Anna Eva Kristina Karin Ingrid Birgitta Margareta Elin Astrid Sofie Mette Kirsten Hanne Liv Solveig Aino Helmi Maja Freja Sigrid',
    male: 'Lars Anders Mikael Johan Per Erik Karl Nils Sven Gunnar Jens Søren Niels Mads Ole Bjørn Eero Mikko Olof Henrik',
    family:
      'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Hansen Jensen Nielsen Pedersen Rasmussen Sørensen Olsen Larsen Berg Haugen Korhonen Virtanen Mäkinen Nieminen Lindqvist Holm Dahl Lund Bergström Sandberg',
  },
  {
    countries: [
      ['RU', 'Russia', 3],
      ['PL', 'Poland', 1.6],
      ['CZ', 'Czechia', 1],
      ['UA', 'Ukraine', 0.6],
      ['HU', 'Hungary', 0.8],
      ['RS', 'Serbia', 0.5],
    ],
    female:
      'Anna Elena Olga Natalia Irina Svetlana Tatiana Ekaterina Maria Zofia Agnieszka Katarzyna Jana Eva Hana Milena Ludmila Vera Nina Ágnes',
    male: 'Sergei Alexander Dmitri Andrei Ivan Nikolai Mikhail Vladimir Piotr Krzysztof Andrzej Tomasz Jan Jiří Pavel Miloš Dragan Zoltán István Oleg',
    family:
      'Ivanov Petrov Smirnov Kuznetsov Popov Sokolov Lebedev Kozlov Novák Svoboda Dvořák Černý Nowak Kowalski Wiśniewski Wójcik Kamiński Zieliński Nagy Kovács Szabó Tóth Jovanović Petrović Nikolić Shevchenko Bondarenko Kravchenko Melnyk Horák',
  },
  {
    countries: [['JP', 'Japan', 6]],
    female:
      'Yuki Sakura Hanako Keiko Yoko Akiko Naomi Emi Haruka Mai Aya Rin Kaori Megumi Noriko Tomoko Setsuko Ayumi Mariko Chieko',
    male: 'Hiroshi Takeshi Kenji Akira Satoshi Kazuo Toshiro Yasujiro Haruki Daisuke Ken Shinji Masaki Takashi Kenichi Ryo Shota Makoto Osamu Tetsuo',
    family:
      'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Saito Mori Abe Ikeda Hashimoto Ishikawa Ogawa Okada Fujita Goto Hara',
  },
  {
    countries: [['KR', 'South Korea', 2.5]],
    female:
      'Ji-woo Seo-yeon Min-ji Su-bin Ha-eun Ye-jin Hye-jin Eun-ji Soo-ah Yoon-hee Mi-sook Young-ja Bo-young Da-eun Na-ra Jin-ah Sun-hee Kyung-mi Hae-sook Yu-na',
    male: 'Min-jun Seo-jun Ji-hoon Joon-ho Sung-min Dong-hyun Jae-sung Tae-yang Hyun-woo Sang-soo Kang-ho Chan-wook Byung-chul Young-soo Jin-woo Do-yoon Woo-sung Kyung-ho In-sung Ki-duk',
    family:
      'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Bae Noh Moon Baek Yang',
  },
  {
    countries: [
      ['CN', 'China', 4],
      ['HK', 'Hong Kong', 2],
      ['TW', 'Taiwan', 1],
    ],
    female:
      'Mei Li Fang Xiu-ying Yan Jing Min Xiao-hong Ling Hui Yu Lan Na Ting Qian Xue Yun Shu-fen Mei-ling Wan-ting',
    male: 'Wei Jian Ming Qiang Lei Jun Tao Hao Peng Bin Feng Kai Zhi-wei Chi-keung Jia-hao Guo-dong Yu-chen Xiang Long Bo',
    family:
      'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Chan Wong Leung Cheung Lau Tsai',
  },
  {
    countries: [
      ['IN', 'India', 8],
      ['BD', 'Bangladesh', 0.3],
      ['LK', 'Sri Lanka', 0.2],
    ],
    female:
      'Priya Anjali Sunita Kavita Deepa Lakshmi Meena Neha Pooja Radha Asha Rekha Shabana Nandita Aishwarya Divya Geeta Usha Vidya Smita',
    male: 'Raj Amit Sanjay Vijay Ravi Anil Suresh Arjun Rahul Kiran Mohan Ashok Dilip Satyajit Guru Naseer Irfan Manoj Prakash Kamal',
    family:
      'Sharma Singh Kumar Patel Gupta Khan Reddy Nair Iyer Rao Das Ghosh Sen Chatterjee Mukherjee Banerjee Joshi Mehta Shah Kapoor Chopra Malhotra Verma Mishra Pillai Menon Naidu Bose Dutta Roy',
  },
  {
    countries: [
      ['IR', 'Iran', 1.2],
      ['TR', 'Turkey', 1.2],
      ['EG', 'Egypt', 1],
      ['LB', 'Lebanon', 0.3],
      ['MA', 'Morocco', 0.4],
      ['IL', 'Israel', 0.6],
    ],
    female:
      'Leila Fatima Zeynep Aisha Maryam Yasmin Nadia Samira Amal Hanan Golshifteh Taraneh Elif Ayşe Noa Yael Salma Rania Farah Shirin',
    male: 'Ali Mohammed Ahmed Hassan Hussein Omar Youssef Karim Abbas Reza Asghar Mehmet Mustafa Emre Amir Tariq Samir Khalid Nuri Daoud',
    family:
      'Hosseini Ahmadi Karimi Moradi Rahimi Farhadi Yılmaz Kaya Demir Çelik Şahin Aydın Hassan Ibrahim Mansour Saleh Khoury Haddad Nasser Aziz Cohen Levy Mizrahi Peretz Benali Alaoui Fassi Bennani Tahan Sabbagh',
  },
  {
    countries: [
      ['NG', 'Nigeria', 1.2],
      ['ZA', 'South Africa', 0.8],
      ['KE', 'Kenya', 0.3],
      ['GH', 'Ghana', 0.3],
    ],
    female:
      'Amara Ngozi Chioma Adaeze Funke Yetunde Folake Thandi Nomsa Lindiwe Zanele Wanjiku Akinyi Ama Efua Abena Genevieve Omotola Bukola Precious',
    male: 'Chinedu Emeka Obinna Tunde Kunle Segun Femi Sipho Thabo Mandla Bongani Kamau Otieno Kwame Kofi Yaw Olu Ikenna Jide Themba',
    family:
      'Okafor Okonkwo Adeyemi Balogun Eze Nwosu Obi Adebayo Ogunleye Afolabi Nkosi Dlamini Zulu Ndlovu Khumalo Mokoena Mwangi Njoroge Ochieng Mensah Owusu Boateng Asante Achebe Bello',
  },
];
