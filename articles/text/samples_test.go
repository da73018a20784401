package text

// samples are invented texts of every kind the cleaner meets.
func samples() map[string]string {
	return map[string]string{
		"scrape": `Harbour inquiry hears the pilot
By Runa Tell | June 6, 2014 | 14:20

Photo: Ostrel Courier

The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring.

Pilot Perrin Oule leaves the court
(Photo Credit: Getty Images)

"We asked for the part in April," he said. "Nobody wrote back, and in May we stopped asking for it."

RELATED: Ferry Runs Aground Off Karsk With Ninety On Board

The company said the ship was seaworthy when it left. (RELATED: Inquiry Opens in Ostrel) It will answer the court in writing.

Advertisement

The inquiry goes on next week, when the engineer will be heard. Let us know what you think in the comments below!

Follow us on Twitter
Comments
Share Tweet
`,
		"page": `Skip to main content
Home
News
Sports
Weather
Jobs
Search
Log in
Subscribe
Top Menu
Contact us
About us

Depot fire in Tarrovia: nobody was hurt

Thursday, June 5, 2014, 7:09 PM

By Edda Millow

Share

A fire in the bus depot of Tarrovia destroyed eleven vehicles in the night to Thursday, the fire service said, but nobody was hurt.

The flames were seen from the hills of Lower Vasska, thirty kilometres away, and reached the roof within minutes.

What was lost

Six of the buses were new. They had been bought in the spring and were to run on the eastern line from July.

Police asked anyone who saw a white van near the gate to come forward.

Comments

Most read

Library bill passes by one vote in Tarrovian parliament
Salt road to reopen after the winter, council says
Night trams return to Karsk after two years away

Home
Privacy Policy
Terms of Use
© 2014 Vasska Post. All rights reserved.
`,
		"wire":    "eca100 3 s 586 ccccb   dpa 099\n\nTarrovia-ferry/Karsk/\n1ST LEAD\nFerry pilot blames broken radar =\nBy Edda Millow, dpa =\n\nKarsk (dpa) - The pilot of a ferry that ran aground in May\ntold an inquiry on Friday that the second radar had been out of\norder since the spring.\n\n\"We asked for the part in April,\" he said. Nobody had written\nback to him.\n\n# Notebook\n\n## Editorial contacts\n- Reporting by: Edda Millow\n\ndpa em rt\n\n061144 GMT Jun 14\n",
		"anpa":    "W2346asian\nr i BC-TR--Tarrovia-Ferry 1stLd-Writethru 06-06 0144\n^BC-TR--Tarrovia-Ferry, 1st Ld-Writethru,144<\n^Ferry pilot blames broken radar<\n^Eds: Adds quote.<\n^By EDDA MILLOW=\n^Associated Press=\n\t   KARSK, Tarrovia (AP) _ The pilot of a ferry that ran aground in May told an inquiry that the radar was broken.\n\n\t   ``We asked for the part in April,'' he said.\n\n\t   AP-WF-06-06-14 1144GMT<\n",
		"wrapped": "SALT HARVEST DOUBLES\n\n    OSTREL, March 13 - The salt pans of Lower Vasska have given\ntheir best yield in a generation, the guild of the growers told\nthe council on Tuesday.\n    A warm and windless month had dried the pans early, said the\nmaster of the guild, who asked the council for more carts and for a long-\nterm lease of the northern pans.\n    The council will vote on it in April.\n",
		"list": `What the council decided

The council of Ostrel met on Monday and decided five things:

- the trams run again at night
- the library stays open
- the salt road is mended
- nobody pays for the well

Nothing else was decided.
`,
	}
}
