import type { MessageCode } from '../model/message-code.ts';
import type { Explained } from './explained.ts';

/** Every message, with a line as it is told. */
export const messages: Readonly<Record<MessageCode, Explained>> = {
  'bad-answers': {
    meaning: [
      'A file of gold answers or records for `huiyao score` cannot be read as such.',
      '`huiyao score` 的标准答案或记录无法读取。',
    ],
    example: 'error[bad-answers] gold.jsonl:3: a JSON object is wanted',
    remedy: [
      'Give JSON Lines, one JSON array, or a folder of *.gold.json.',
      '请给出 JSON Lines、一个 JSON 数组，或 *.gold.json 的文件夹。',
    ],
  },
  'bad-gzip': {
    meaning: [
      'A file whose name ends in .gz is no gzip archive, or was cut off.',
      '以 .gz 结尾的文件不是 gzip 压缩包，或不完整。',
    ],
    example: 'error[bad-gzip] news/a.txt.gz: cannot be unpacked: it is no gzip, or cut off',
    remedy: [
      'Fetch it again, or take .gz from its name when it is not packed.',
      '重新获取；若并未压缩，去掉文件名的 .gz。',
    ],
  },
  'bad-json': {
    meaning: ['A line of the records to validate is no JSON.', '待校验的记录有一行不是 JSON。'],
    example: 'error[bad-json] records.jsonl:4: no JSON: Unexpected end of JSON input',
    remedy: ['Write records with `huiyao extract`, one a line.', '用 `huiyao extract` 写出记录，一行一条。'],
  },
  'below-baseline': {
    meaning: [
      'A figure of the score is worse than in the run that --baseline names: an error where it fell by more than noise, else a warning.',
      '某项得分不如 --baseline 所指的那次：跌幅超出噪声为 error，否则为 warning。',
    ],
    example: 'error[below-baseline]: date: F1 fell from 0.9811 to 0.9623',
    remedy: [
      'Look at the articles that it names; --allow-noise lets small falls pass.',
      '查看它指出的文章；--allow-noise 放过小的跌幅。',
    ],
  },
  'below-min': {
    meaning: ['A score is lower than `--min` asks; the exit code is 1.', '某项得分低于 `--min` 的要求；退出码为 1。'],
    example: 'error[below-min]: date: F1 0.6667 is below 0.9',
    remedy: ['See what was missed: huiyao score … --misses FIELD.', '查看漏掉了什么：huiyao score … --misses 字段。'],
  },
  bug: {
    meaning: [
      'The program met something that it should have foreseen. The other inputs are still done; the exit code is 70.',
      '程序遇到了本应预见的情形。其他输入照常处理；退出码为 70。',
    ],
    example: 'error[bug] news/a.txt: this is a bug in huiyao: RangeError: span 5–3 ends before it starts',
    remedy: [
      'Report it with the article and the output of `huiyao doctor`.',
      '请连同文章和 `huiyao doctor` 的输出一起报告。',
    ],
  },
  'config-file': {
    meaning: [
      'huiyao.config.json cannot be read, or is not one JSON object.',
      'huiyao.config.json 无法读取，或不是一个 JSON 对象。',
    ],
    example: 'error[config-file] huiyao.config.json:1:1: no JSON object',
    remedy: [
      'It is plain JSON, without comments: { "lexicon": "words.tsv" }',
      '它是不带注释的 JSON：{ "lexicon": "words.tsv" }',
    ],
  },
  'config-key': {
    meaning: ['huiyao.config.json has a key that no option has.', 'huiyao.config.json 中有一个任何选项都没有的键。'],
    example: "error[config-key] huiyao.config.json:1:3: unknown key 'lexicons'",
    remedy: [
      'Keys are the names of options in camel case: --text-field is textField.',
      '键是选项名的驼峰写法：--text-field 即 textField。',
    ],
  },
  'config-value': {
    meaning: [
      'A key of huiyao.config.json has a value that its option cannot take.',
      'huiyao.config.json 中某个键的值不能用于它的选项。',
    ],
    example: 'error[config-value] huiyao.config.json:1:14: lexicon: a string is wanted',
    remedy: [
      'Write what the message asks for; `huiyao COMMAND --help` lists choices.',
      '按消息所说填写；`huiyao 命令 --help` 列出可选的值。',
    ],
  },
  database: {
    meaning: [
      'The database cannot be opened, read or written; what DuckDB says of it stands behind the code.',
      '数据库无法打开、读取或写入；代码之后是 DuckDB 的说明。',
    ],
    example: 'error[database] notes.txt: IO Error: The file exists, but it is not a valid DuckDB database file!',
    remedy: [
      'Look at the path, and whether another program has the file open; a failed load leaves it as it was.',
      '请检查路径，以及是否有别的程序打开着它；载入失败时它保持原样。',
    ],
  },
  'database-missing': {
    meaning: [
      'DuckDB is not installed; it is no part of huiyao because of its size (70 MB).',
      '没有安装 DuckDB；因其大小（70 MB），它不随 huiyao 安装。',
    ],
    example: 'error[database-missing]: the database needs @duckdb/node-api, which is not installed',
    remedy: ['npm install @duckdb/node-api', '运行 npm install @duckdb/node-api。'],
  },
  empty: {
    meaning: ['The input holds nothing but white space.', '输入中只有空白。'],
    example: 'error[empty] news/a.txt: there is no text in it',
    remedy: ['Leave it out with --exclude, or look at how it was saved.', '用 --exclude 排除，或检查它是怎样保存的。'],
  },
  'invalid-record': {
    meaning: [
      'A record does not have the form it must have, or its evidence does not hold the words of the value.',
      '记录的格式不对，或它的依据与值的文字不符。',
    ],
    example: 'error[invalid-record] records.jsonl:2: document.sha256: the source has changed since',
    remedy: [
      'Extract it again when the source has changed; give --sources when the paths start elsewhere.',
      '原文改动过就重新抽取；路径从别处算起时给出 --sources。',
    ],
  },
  'json-invalid': {
    meaning: ['A line of a JSON Lines input is no JSON.', 'JSON Lines 输入中有一行不是 JSON。'],
    example: 'error[json-invalid] crawl.jsonl:7:21: no valid JSON from column 21',
    remedy: ['Mend the line; line breaks inside a string are written \\n.', '修正这一行；字符串中的换行写作 \\n。'],
  },
  'json-not-object': {
    meaning: [
      'A line of a JSON Lines input holds something other than an object.',
      'JSON Lines 输入中有一行不是对象。',
    ],
    example: 'error[json-not-object] crawl.jsonl:2: a line must hold an object, this one holds an array',
    remedy: ['Write one article a line: {"id": 1, "text": "…"}.', '一行写一篇文章：{"id": 1, "text": "…"}。'],
  },
  'lexicon-file': {
    meaning: ['The file of words to know cannot be read.', '补充词语的文件无法读取。'],
    example: 'error[lexicon-file] words.tsv: there is no such file or folder',
    remedy: [
      'Name a TSV file in UTF-8; in the configuration its path starts from there.',
      '请给出 UTF-8 的 TSV 文件；配置中的路径从配置所在处算起。',
    ],
  },
  'lexicon-row': {
    meaning: [
      'A line of the file of words to know cannot be used; nothing was done.',
      '补充词语的文件中有一行不能用；什么也没有做。',
    ],
    example: 'error[lexicon-row] words.tsv:2:1: unknown kind nom; kinds: name, organisation, post, place',
    remedy: [
      'A line is: kind, tab, word; the first line names the columns.',
      '每行是：类别、制表符、词；第一行是列名。',
    ],
  },
  'line-too-long': {
    meaning: [
      'A line of a JSON Lines input is longer than the limit; it was read past, not kept.',
      'JSON Lines 输入中有一行超过上限；已跳过，不占内存。',
    ],
    example: 'error[line-too-long] crawl.jsonl:9: longer than 16777216 bytes, the limit for one line',
    remedy: ['Raise the limit with --max-line-size.', '用 --max-line-size 提高上限。'],
  },
  'no-input': {
    meaning: ['No article was found under the given paths; the exit code is 4.', '给出的路径下没有文章；退出码为 4。'],
    example: 'error[no-input]: no article was found',
    remedy: [
      'In a folder, .txt .md .html .htm .jsonl .ndjson (also .gz) are read; name any other file itself.',
      '文件夹中读取 .txt .md .html .htm .jsonl .ndjson（及其 .gz）；别的文件须直接写出。',
    ],
  },
  nobody: {
    meaning: [
      'No article in the database tells of the name or the post; the exit code is 1.',
      '数据库中没有文章说到这个人或职务；退出码为 1。',
    ],
    example: 'note[nobody]: no article tells of 秦禾',
    remedy: [
      'Write it as articles do, a post with its body: 省侨联主席.',
      '请照文章的写法写，职务连同机构：省侨联主席。',
    ],
  },
  'not-a-file': {
    meaning: [
      'A path leads to a pipe, a device or a folder where a file is wanted.',
      '路径指向管道、设备或文件夹，而这里要文件。',
    ],
    example: 'error[not-a-file] pipe.txt: a named pipe, not a file',
    remedy: [
      'To read a stream, give it on stdin: huiyao extract - < pipe.',
      '要读取流，请从标准输入给出：huiyao extract - < pipe。',
    ],
  },
  'not-found': {
    meaning: ['There is nothing at a given path.', '给出的路径下什么也没有。'],
    example: 'error[not-found] missing.txt: there is no such file or folder',
    remedy: ['Check the spelling; paths start from the working directory.', '检查拼写；路径从当前目录算起。'],
  },
  'not-text': {
    meaning: [
      'A file is an image, an archive, a program or other data, not text.',
      '文件是图片、压缩包、程序或其他数据，不是文本。',
    ],
    example: 'error[not-text] news/photo.jpg: not a text file (JPEG image)',
    remedy: ["Leave such files out: --exclude '*.jpg'.", "排除这类文件：--exclude '*.jpg'。"],
  },
  'out-of-memory': {
    meaning: [
      'A document needed more memory than a worker may have; the others are still done.',
      '一篇文章所需内存超过工作线程的上限；其余照常处理。',
    ],
    example: 'error[out-of-memory] dump.txt: needs more than 2048 MB of memory',
    remedy: [
      'Split it into articles, one a line as JSON Lines, or leave it out.',
      '把它分成单篇文章，以 JSON Lines 一行一篇，或排除它。',
    ],
  },
  timeout: {
    meaning: [
      'A document took longer than --timeout allows; the others are still done.',
      '一篇文章的处理超过 --timeout；其余照常处理。',
    ],
    example: 'error[timeout] dump.txt: not read within 10 s',
    remedy: [
      'Raise --timeout, or leave the document out; please report an article that takes so long.',
      '提高 --timeout 或排除该文；正常文章耗时这么久请报告。',
    ],
  },
  'worker-died': {
    meaning: [
      'A worker ended while it read a document; the document failed, the others are still done.',
      '工作线程在读取一篇文章时终止；该文失败，其余照常处理。',
    ],
    example: 'error[worker-died] dump.txt: the worker that read it ended: exit code 134',
    remedy: ['Report it with the document: it was tried twice.', '请连同文章报告：已试过两次。'],
  },
  output: {
    meaning: [
      'The output cannot be created (exit code 73) or written (74): a full disk, a missing folder, no permission.',
      '输出无法创建（退出码 73）或写入（74）：磁盘已满、文件夹不存在、没有权限。',
    ],
    example: 'error[output] out/records.jsonl: cannot be created: its folder does not exist',
    remedy: [
      'Make room, or name a place that can be written; no half file is left behind.',
      '腾出空间，或换一个可写的位置；不会留下半个文件。',
    ],
  },
  'output-is-input': {
    meaning: [
      'The output is one of the inputs; it would be lost, so nothing was done, and the exit code is 2.',
      '输出文件就是输入文件之一，写了就没有了；什么也没有做，退出码为 2。',
    ],
    example: 'error[output-is-input]: crawl.jsonl is read, and would be written over',
    remedy: ['Give the output another name.', '给输出换一个名字。'],
  },
  'segmenter-missing': {
    meaning: ['The word segmenter that --segmenter names is not installed.', '--segmenter 所指的分词器没有安装。'],
    example: 'error[segmenter-missing]: the segmenter nodejieba is not installed',
    remedy: [
      'Install it, or leave --segmenter out; `huiyao doctor` lists what there is.',
      '安装它，或不写 --segmenter；`huiyao doctor` 列出已有的。',
    ],
  },
  'text-missing': {
    meaning: [
      'A line of a JSON Lines input has no text in the field in which it should be.',
      'JSON Lines 输入中有一行的正文字段没有文字。',
    ],
    example: 'error[text-missing] crawl.jsonl:1: the field "text" must hold the text, but there is none',
    remedy: ['Name the field that holds it: --text-field body.', '指出正文所在的字段：--text-field body。'],
  },
  'too-large': {
    meaning: ['A file is larger than the limit for one article.', '文件超过单篇文章的上限。'],
    example: 'error[too-large] dump.txt: larger than 20 MB, the limit for one article',
    remedy: [
      'Raise the limit with --max-file-size, or give many articles as JSON Lines.',
      '用 --max-file-size 提高上限；多篇文章请用 JSON Lines。',
    ],
  },
  undecodable: {
    meaning: ['In no known encoding do the bytes make Chinese text.', '这些字节按已知的编码都不成中文。'],
    example: 'error[undecodable] crawl.jsonl:1: this line is no UTF-8, and JSON Lines must be',
    remedy: ['Convert it first: iconv -f gb18030 -t utf-8.', '请先转换：iconv -f gb18030 -t utf-8。'],
  },
  unreadable: {
    meaning: ['The system refuses to read a file.', '系统拒绝读取文件。'],
    example: 'error[unreadable] news/a.txt: permission denied',
    remedy: ['Change its permissions, or run as a user who may read it.', '修改它的权限，或换一个可以读取它的用户。'],
  },
  usage: {
    meaning: ['The call is wrong; nothing was done, and the exit code is 2.', '用法有误；什么也没有做，退出码为 2。'],
    example: "error[usage]: unknown option '--formt'",
    remedy: ['`huiyao COMMAND --help` opens with calls to copy.', '`huiyao 命令 --help` 以可照抄的示例开头。'],
  },
  resume: {
    meaning: [
      'The run that was stopped had another version, other options or other inputs; nothing was done, and the exit code is 2.',
      '中断的那次运行版本、选项或输入不同；什么也没有做，退出码为 2。',
    ],
    example: 'error[resume]: an input is not what it was when the run was stopped: news/a.txt',
    remedy: [
      'Give the same call and the same inputs again, or leave --resume out to begin anew.',
      '用同样的命令和输入再试，或去掉 --resume 重新开始。',
    ],
  },
  'max-failed': {
    meaning: [
      'More inputs have failed in this run than --max-failed allows. It was stopped before its end; what is written so far is valid, and the exit code is 3.',
      '这次运行中失败的输入超过了 --max-failed 允许的数目。运行提前停止；已写出的内容有效，退出码为 3。',
    ],
    example: 'error[max-failed]: more than 20 inputs have failed',
    remedy: [
      'Look at what the inputs have in common: a wrong folder, a wrong --text-field. With -o, the same call with --resume goes on, until as many have failed again.',
      '看看这些输入有什么共同之处：文件夹或 --text-field 是否有误。用了 -o 时，同样的命令加上 --resume 会继续，直到又有同样多的失败。',
    ],
  },
  stopped: {
    meaning: [
      'The run was stopped before its end; the records so far and their journal lie beside the output.',
      '运行中途停止；已得的记录和日志在输出文件旁边。',
    ],
    example: 'note[stopped] records.jsonl: what is done so far is in records.jsonl.partial',
    remedy: ['The same call with --resume goes on from there.', '同样的命令加上 --resume 会从那里继续。'],
  },
  watch: {
    meaning: [
      'With --watch: the system cannot tell any longer when a file changes, most often because it gives out only so many watches. The output is that of the last complete run; the exit code is 1.',
      '使用 --watch 时：系统无法再通知文件的变化，多半因为可用的监视数有上限。输出是最近一次完整运行的结果；退出码为 1。',
    ],
    example: 'error[watch]: cannot be watched any longer (ENOSPC)',
    remedy: [
      'Name fewer folders, or raise the limit (Linux: sysctl fs.inotify.max_user_watches).',
      '减少要监视的文件夹，或提高上限（Linux：sysctl fs.inotify.max_user_watches）。',
    ],
  },
};
