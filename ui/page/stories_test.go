package page

// The stories of these tests are invented, and so is every place in them.
const (
	story = `The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring.

"We asked for the part in April," he said. *Nobody* answered, **not once**, and the [harbour office](https://ostrel.example/office) in Ostrel kept ` + "`no record`" + ` of the call. See also https://vasska.example/log?a=1&copy=2 or [the log][log].

## What the log says

> The set was switched off at 04:10.
>
> > It had been switched off before, the mate said, and nobody had thought to write down why.

- the first set, which worked, stood where only the helmsman saw it
- the second
  1. had no lamp
  2. and no switch
- [x] a spare part was ordered

| Time | Set | Note |
|------|----:|------|
| 04:10 | 1 | switched off by the second mate |
| 04:31 | 2 | *never* switched on |

` + "```" + `
04:10  SET 1  OFF
	04:31  AGROUND
` + "```" + `

* * *

![the ferry](img/ferry.jpg)

The inquiry goes on.

[log]: https://log.example/
`

	arabic = `قال ربان العبارة التي جنحت قبالة كارسك أمام لجنة التحقيق يوم الجمعة إن الرادار الثاني كان معطلا منذ الربيع ولم يصلحه أحد.

> لم يجب أحد على الرسالة، قال الربان، و«لا مرة واحدة».

- الرادار الأول
- الرادار الثاني
`

	hebrew = `קברניט המעבורת שעלתה על שרטון מול קארסק אמר לוועדת החקירה ביום שישי כי המכ"ם השני היה מקולקל מאז האביב.`

	japanese = `カルスク沖で座礁したフェリーの船長は、金曜日の調査会で「二台目のレーダーは春から故障していた」と述べた。部品は四月に注文したが、オストレル港務局からの返事は一度もなかったという。

「誰も答えなかった」――船長はそう繰り返した。ＲＡＤＡＲ ２号機の記録は、Ostrel Courier の取材によると、残っていない。
`

	thai = `กัปตันเรือข้ามฟากที่เกยตื้นนอกชายฝั่งคาร์สค์กล่าวต่อคณะกรรมการสอบสวนเมื่อวันศุกร์ว่าเรดาร์เครื่องที่สองเสียมาตั้งแต่ฤดูใบไม้ผลิ และไม่มีใครตอบจดหมายของเขาเลย`

	chinese = `在卡尔斯克附近搁浅的渡轮的船长星期五对调查委员会说，第二台雷达从春天起就坏了。“我们四月份就订了零件，”他说。“没有人回答。”奥斯特雷尔港务局没有留下任何记录。

- 第一台雷达：正常
- 第二台雷达：自四月起损坏（“没有开关”）
`

	// marks is written with combining marks of their own, as some systems
	// save it, and with more of them than a reader expects.
	marks = "Thuye\u0302\u0300n tru\u031bo\u031b\u0309ng no\u0301i ra\u0300ng ra-\u0111a thu\u031b\u0301 hai ho\u0309ng tu\u031b\u0300 mu\u0300a xua\u0302n. Z\u0351\u036b\u0343\u036a\u0302a\u0318\u0347\u0320l\u0334g\u0335o\u0336 hi\u1ec7n ra\u0323.\n\nनाविक ने कहा कि दूसरा रडार वसंत से खराब था। কার্স্কের কাছে ফেরিটি চড়ায় উঠেছিল।"

	korean = `카르스크 앞바다에서 좌초한 여객선의 선장은 금요일 조사위원회에서 두 번째 레이더가 봄부터 고장 나 있었다고 말했다. 부품은 4월에 주문했지만 답은 없었다고 한다.`

	french = `« Personne n'a répondu », a dit le pilote ; le second radar était en panne depuis le printemps : qui l'a su ? Personne !

Le port d'Ostrel n'a gardé aucune trace de l'appel.`

	emoji = `The crew 👩‍👩‍👧‍👦 waved 🇫🇷🇩🇪 and the captain 👨🏽‍✈️ said: cafe\u0301 is open ☕️ ❤️‍🔥 1️⃣ 2️⃣ and nobody laughed 🤷🏻‍♀️.`
)
