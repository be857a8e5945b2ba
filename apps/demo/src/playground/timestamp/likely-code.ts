import type { FindingName } from './findings.js'

/** The line of code that most often writes such a timestamp; nothing where no line is likely. */
export const likelyCode: Readonly<Partial<Record<FindingName, string>>> = {
  'surrounding-space': `readFileSync('now.txt', 'utf8')   // JavaScript: with the line break at its end`,
  'epoch-number': `headers['X-TIMESTAMP'] = String(Date.now())   // JavaScript`,
  'date-without-dashes': `date('YmdHis')   // PHP`,
  'space-for-t': `date('Y-m-d H:i:s')   // PHP`,
  'lower-case': `new Date().toISOString().toLowerCase()   // JavaScript`,
  'twelve-hour-clock': `SimpleDateFormat("yyyy-MM-dd hh:mm:ss a")   // Java`,
  'offset-missing': `datetime.now().isoformat()   # Python: no zone`,
  'offset-without-colon': `date('Y-m-d\\TH:i:sO')   // PHP: "P" writes the colon`,
  'offset-without-minutes': `DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssX")   // Java: "XXX" writes +07:00`,
  'offset-after-t': `"yyyy-MM-dd'T'HH:mm:ss.SSS'T'XXX"   // Java: "TZD" of a page, read as a letter T`,
  'offset-out-of-range': `'-' + pad(now.getTimezoneOffset() / 60) + ':00'   // JavaScript: minutes, and of the other sign`,
  'milliseconds-not-three-digits': `datetime.now().isoformat()   # Python: microseconds`,
  'seconds-missing': `new Date().toISOString().slice(0, 16)   // JavaScript`,
  'no-such-time': `pad(now.getUTCHours() + 7)   // JavaScript: 24 to 30 after 17:00 UTC; or getMonth() in January: month 00`,
  'seven-added': `format(new Date(Date.now() + 7 * 3600_000))   // on a machine in WIB`,
  'wib-with-z': `date('Y-m-d\\TH:i:s\\Z')   // PHP with the zone Asia/Jakarta: "\\Z" is a letter and no zone`,
  'utc-with-offset': `format(new Date(), "yyyy-MM-dd'T'HH:mm:ss") + '+07:00'   // in a container, which runs in UTC`,
  'seven-taken': `new Date(Date.now() - 7 * 3600_000).toISOString()   // "back to UTC", where it was already`,
  'fourteen-ahead': `new Date(wib.getTime() + 7 * 3600_000)   // twice: here, and where "wib" was made`,
  'fourteen-behind': `new Date(utc.getTime() - 7 * 3600_000)   // taken away where it had to be added`,
  'twelve-hour-digits': `SimpleDateFormat("yyyy-MM-dd'T'hh:mm:ss")   // Java: "hh" counts to 12, "HH" to 23`,
  'eastern-zone': `LocalDateTime.now() + "+07:00"   // on a machine in WITA or WIT`,
  'month-off-by-one': `pad(now.getMonth())   // JavaScript: getMonth() counts from 0`,
  'minutes-are-month': `SimpleDateFormat("yyyy-MM-dd'T'HH:MM:ss")   // Java: "MM" is the month, "mm" the minutes`,
  behind: `const timestamp = now()   // once, at start, or that of the token request again`,
  milliseconds: `new Date().toISOString()   // JavaScript: always with milliseconds`,
  'zone-z': `new Date().toISOString()   // JavaScript: always UTC`,
}

/** What writes it rightly, whatever the machine's zone. */
export const rightCode = `formatTimestamp(Date.now())   // @x/snap-signature: +07:00, whatever the machine's zone`
