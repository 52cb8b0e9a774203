// Bodies that a receiver changes when it parses, decodes or copies them before it verifies.
//
// One class after the other: the flag of its vectors, the ways in which receivers rewrite such a
// body, and the bodies: comment, body, and where one was seen.

const bytes = (hex) => Buffer.from(hex, "hex");
const nested = (opening, inner, closing, times) => opening.repeat(times) + inner + closing.repeat(times);

export const restringifyClasses = [
  [
    "number-form",
    ["json"],
    [
      ["1.0 becomes 1", '{"amount":1.0}', "Python json.dumps, money fields"],
      ["1E+2 becomes 100", '{"n":1E+2}'],
      ["-0 becomes 0", '{"n":-0}'],
      ["-0.0 becomes 0", '{"n":-0.0}'],
      ["1e3 becomes 1000", '{"n":1e3}'],
      ["19.90 becomes 19.9", '{"price":19.90}', "prices with two decimals"],
      ["0.0000001 becomes 1e-7", '{"n":0.0000001}'],
      ["1e400 becomes null", '{"n":1e400}'],
      ["1e-400 becomes 0", '{"n":1e-400}'],
      ["10^21 gets an exponent", '{"n":1000000000000000000000}'],
    ],
  ],
  [
    "big-integer",
    ["json"],
    [
      ["2^53 + 1 is rounded", '{"user":9007199254740993}', "ids of Discord and Twitter"],
      [
        "order id of 18 digits is rounded",
        '{"order":820982911946154508,"email":"jon@example.com"}',
        "Shopify sample order",
      ],
      ["-(2^53 + 1) is rounded", '{"chat":-9007199254740993}'],
      ["largest 64-bit integer is rounded", '{"user":9223372036854775807}'],
      ["largest unsigned 64-bit integer is rounded", '{"user":18446744073709551615}'],
    ],
  ],
  [
    "number-precision",
    ["json"],
    [
      ["digits beyond a double are dropped", '{"lat":37.774929999999999999}'],
      ["number of 300 digits gets an exponent", `{"n":${"123456789012345".repeat(20)}}`],
      ["exact value of a double is shortened", '{"n":0.1000000000000000055511151231257827021181583404541015625}'],
    ],
  ],
  [
    "letter-escape",
    ["json"],
    [
      ["escaped letter becomes raw, upper-case hex", '{"name":"Ren\\u00E9"}'],
      ["escaped letter becomes raw, lower-case hex", '{"name":"Ren\\u00e9"}', "Python json.dumps, PHP"],
      ["escaped ASCII letter becomes raw", '{"\\u0061":"\\u0062"}'],
      ["escaped < > & become raw", '{"html":"\\u003cb\\u003e \\u0026"}', "Go encoding/json, GitLab"],
      ["escaped apostrophe becomes raw", '{"t":"it\\u0027s"}', "PHP JSON_HEX_APOS"],
      ["escaped DEL becomes raw", '{"t":"\\u007f"}'],
    ],
  ],
  [
    "short-escape",
    ["json"],
    [
      ["escaped slashes become raw", '{"url":"https:\\/\\/example.com\\/a"}', "PHP json_encode, Box"],
      ["escaped quotation mark gets a backslash", '{"t":"\\u0022"}'],
      ["escaped backslash loses its hex", '{"path":"C:\\u005Ctemp"}'],
      ["escaped slash in a key", '{"a\\/b":1}'],
    ],
  ],
  [
    "control-escape",
    ["json"],
    [
      [
        "escape of a control character gets lower-case hex",
        '{"foo":"Foo\\n\\u001B[34mbar"}',
        "octokit/webhooks.js issue 71, GitHub deliveries",
      ],
      ["escaped tab gets a letter", '{"t":"\\u0009"}'],
      ["escaped line end gets letters", '{"t":"a\\u000D\\u000Ab"}'],
      ["escaped backspace and form feed get letters", '{"t":"\\u0008\\u000c"}'],
    ],
  ],
  [
    "line-separator",
    ["json"],
    [
      ["escaped line separator becomes raw", '{"t":"a\\u2028b"}', "Go, Rails"],
      ["escaped paragraph separator becomes raw", '{"t":"a\\u2029b"}', "Go, Rails"],
      ["raw separators, and a blank that goes", '{"t": "a\u2028b\u2029c"}'],
    ],
  ],
  [
    "surrogate",
    ["json"],
    [
      ["escaped surrogate pair becomes raw", '{"msg":"\\ud83d\\ude00"}', "Box deliveries"],
      ["lone surrogate gets lower-case hex", '{"t":"\\uD800"}'],
      ["escaped surrogate pair in upper case becomes raw", '{"msg":"\\uD83D\\uDE00"}'],
      ["lone low surrogate gets lower-case hex", '{"t":"\\uDC00"}'],
      ["surrogate pair the wrong way round", '{"t":"\\uDE00\\uD83D"}'],
      ["lone surrogate beside a raw pair", '{"t":"\\uD83D\u{1f600}"}'],
    ],
  ],
  [
    "key-order",
    ["json"],
    [
      ["keys like integers move to the front", '{"b":1,"2":"x","1":"y"}', "objects keyed by a number"],
      ["keys like integers are sorted as numbers", '{"10":1,"9":2}'],
      ["keys like integers in a nested object", '{"rows":{"total":2,"7":"x"}}'],
    ],
  ],
  [
    "duplicate-key",
    ["json"],
    [
      ["of duplicate keys one is left", '{"a":1,"b":2,"a":3}'],
      ["duplicate keys with one value collapse", '{"a":1,"a":1}'],
      ["duplicate keys, one of them escaped", '{"a":1,"\\u0061":2}'],
      ["duplicate keys in a nested object", '{"data":{"amount":1,"amount":100}}'],
    ],
  ],
  [
    "prototype-key",
    ["json"],
    [
      ["__proto__ is kept, the blank is not", '{"__proto__":{"admin":true},"a":1 }', "secure-json-parse, hapi bourne"],
      ["constructor and prototype", '{"constructor": {"prototype":{"admin":true}}}'],
      ["__proto__ written with escapes", '{"\\u005f\\u005fproto__":{"admin":true}}'],
      ["__proto__ twice", '{"__proto__":1,"__proto__":2}'],
      ["names of Object.prototype", '{"toString":"x", "hasOwnProperty":1, "valueOf":null}'],
      ["toJSON, which a serialiser would call", '{"toJSON": "x"}'],
    ],
  ],
  [
    "whitespace",
    ["json"],
    [
      ["blanks after separators", '{"a": 1, "b": [1, 2]}', "Python json.dumps"],
      ["pretty-printed with two blanks", '{\n  "a": 1,\n  "b": [\n    1\n  ]\n}', "documented samples"],
      ["blank after the object", '{"t":"\\u0000"} '],
      ["tab between key and value", '{"t":\t1}'],
    ],
  ],
  [
    "line-end",
    ["json"],
    [
      ["newline after the object", '{"t":1}\n', "Go json.Encoder, shells"],
      ["pretty-printed with tabs and CRLF", '{\r\n\t"a": 1\r\n}'],
      ["newline before the object", '\n{"t":1}'],
      ["CRLF after the object", '{"t":1}\r\n', "Windows senders"],
      ["carriage returns alone", '{\r"t":1\r}'],
    ],
  ],
  [
    "empty-container",
    ["json"],
    [
      ["blanks inside empty containers", '{"a":[ ],"b":{ }}'],
      ["empty object with a blank", "{ }"],
      ["empty list with a newline", "[\n]"],
      ["empty containers in a list", "[[], {}]"],
    ],
  ],
  [
    "top-level",
    ["json"],
    [
      ["top-level string with blanks", ' "hello" '],
      ["top-level number with an exponent", "1e3"],
      ["top-level truth value with a blank", "true "],
      ["top-level null with a newline", "null\n"],
      ["top-level string with an escaped slash", '"\\/"'],
    ],
  ],
  [
    "nesting",
    ["json"],
    [
      ["a hundred lists deep, a blank in the middle", nested("[", " ", "]", 100)],
      ["sixty objects deep, 1.0 in the middle", nested('{"a":', "1.0", "}", 60)],
    ],
  ],
  [
    "byte-order-mark",
    ["json", "decode"],
    [
      ["byte order mark before the object", '\ufeff{"a":1}', "Windows senders"],
      ["byte order mark, and a newline at the end", '\ufeff{"a":1}\n'],
      ["nothing but a byte order mark", "\ufeff"],
    ],
  ],
  [
    "invalid-utf8",
    ["json", "decode"],
    [
      ["byte of Latin-1 is replaced", bytes("7b2274223a22e9227d"), "senders that write Latin-1"],
      ["overlong slash is replaced", bytes("7b2274223a22c0af227d")],
      ["surrogate in UTF-8 is replaced", bytes("7b2274223a22eda080227d")],
      ["surrogate pair in UTF-8 is replaced", bytes("7b2274223a22eda0bdedb880227d"), "Java, Oracle"],
      ["character cut short is replaced", bytes("7b2274223a22f09f98227d"), "texts cut at a length"],
      ["character beyond the last one is replaced", bytes("7b2274223a22f4908080227d")],
      ["UTF-16 with its byte order mark", bytes("fffe7b007d00")],
    ],
  ],
  [
    "nul",
    ["json", "cut"],
    [
      ["NUL after the object", '{"a":1}\0', "buffers of C"],
      ["escaped NUL stays, the blank does not", '{"t": "\\u0000"}'],
      ["NUL inside a string: not JSON", '{"t":"a\0b"}'],
      ["NUL before the object", '\0{"a":1}'],
    ],
  ],
  [
    "unicode-form",
    ["json", "normalise"],
    [
      ["escaped combining accent becomes raw", '{"t":"e\\u0301"}', "middleware that normalises"],
      ["letter and combining accent become one letter", '{"t": "e\u0301"}'],
      ["Angstrom sign becomes a letter", '{"t": "\u212b"}'],
    ],
  ],
  [
    "replace-pattern",
    ["json", "template"],
    [
      ["$& stands for what String.replace replaces", '{"t": "$&"}'],
      ["$$ stands for one dollar", '{"price": "$$5"}'],
      ["$1 stands for a group", '{"price": "$1"}', "prices"],
      ["$` stands for what is before", '{"t": "$`"}'],
      ["$' stands for what is after", `{"t": "$'"}`],
    ],
  ],
  [
    "form-fields",
    ["form"],
    [
      ["form: %20 becomes +", "command=%2Fweather&text=94070%20Boston", "Slack slash commands"],
      ["form: lower-case hex becomes upper-case", "text=%c3%a9"],
      ["form: field without = gets one", "token=x&text"],
      ["form: raw tilde gets escaped", "path=~"],
      ["form: % that begins no byte gets escaped", "text=100%"],
      ["form: byte that is no UTF-8 is replaced", "text=%ff"],
    ],
  ],
  [
    "not-json",
    ["trim"],
    [
      ["not JSON: XML", '<?xml version="1.0"?>\r\n<a/>\r\n', "DocuSign, Recurly"],
      ["not JSON: JSON lines", '{"a":1}\n{"a":2}\n'],
      ["not JSON: NaN", '{"n":NaN}\n', "Python json.dumps"],
      ["not JSON: text between blanks", " hello "],
    ],
  ],
];
