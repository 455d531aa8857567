import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import type { PageFacts } from '../../src/model/document.ts';
import { restore } from '../../src/restore/index.ts';

const origin = { path: null, line: null, id: null, title: null, published: null };

interface Page {
  readonly what: string;
  readonly html: string;
  readonly text: string;
  readonly facts: PageFacts;
}

const pages: readonly Page[] = [
  {
    what: 'a news portal with a path, sharing buttons, related and latest news',
    html: `<%@ page pageEncoding="UTF-8"%>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html><head><title>桂湖市商会召开换届大会- 桂湖商圈新闻</title></head><body><div id="container">
<div class="header"><%@ include file="header.jsp" %></div>
<div id="sysContent" class="page"><div class="news_container"><div class="news_content">
<div class="top_bar"><div class="news_breadcrumb"><a href="/">首页</a> <a href="/n">新闻</a> <a href="#">桂湖市商会召开换届大会</a></div></div>
<h1>桂湖市商会召开换届大会</h1>
<div class="news_sth"><p class="news_source"><span class="date">2011年09月26</span><span class="news_source">来源：桂湖商报</span></p>
<div class="news_share"><span>分享到：</span><a>空间</a><a>微博</a></div></div>
<div class="news_real"><p class="pic"></p><p><div><font face="宋体"><span>&nbsp; &nbsp;</span><font size="4"> 9月25日，桂湖市商会召开换届大会，
来自各县区的代表参加会议。</font></font></div><div><font><br></font></div><div><font>&nbsp; &nbsp; 会议选举华远明为会长。</font></div></p></div>
<div class="relate_news"><h4>相关报道</h4><ul><li>·<a href="1">桂湖市召开招商会议，签约十个项目</a></li><li>·<a href="2">商会走访企业</a></li></ul></div></div>
<div class="news_sub"><div class="latest_news"><h2>最新新闻</h2><ul><li>·<a href="3">桂湖市召开防汛会议 部署汛期工作</a></li></ul></div></div></div></div>
<div class="footer"></div></div></body></html>`,
    text: '桂湖市商会召开换届大会\n来源：桂湖商报\n9月25日，桂湖市商会召开换届大会，来自各县区的代表参加会议。\n会议选举华远明为会长。',
    facts: { title: '桂湖市商会召开换届大会', published: '2011年09月26', outlet: '桂湖商报' },
  },
  {
    what: 'a university site with its article in a form',
    html: `<html><head><title>我校召开本科教学工作会议-松江师范学院</title><META Name="keywords" Content="松江师范学院"></head><body>
<div class="dqwz">您的位置: <a href="index.htm">首页</a> &gt;&gt; <a href="xw.htm">学校要闻</a> &gt;&gt; 正文</div>
<form name="_newscontent_fromname"><div><h2 class="tit">我校召开本科教学工作会议</h2>
<div class="msg">时间：2022-04-13&nbsp;&nbsp;&nbsp;&nbsp;作者：&nbsp;&nbsp;&nbsp;&nbsp;来源：教务处&nbsp;&nbsp;点击：[<span id="dynclicks">81</span>]</div>
<div id="vsb_content"><div class="v_news_content"><p>　　4月12日下午，我校召开本科教学工作会议。校长尹若水讲话，副校长庄一鹤主持。</p>
<p style="text-align:center"><img src="1.jpg"></p><p>　　尹若水要求，<strong>一是</strong>转变观念；<strong>二是</strong>深化改革。</p></div></div></div>
<div>【<a href="javascript:window.close();">关闭窗口</a>】</div><p>上一条：<a href="1.htm">我校召开党委理论学习中心组会议，学习有关文件</a></p><p>下一条：<a href="2.htm">我校举行开学典礼</a></p></form></body></html>`,
    text: '我校召开本科教学工作会议\n来源：教务处\n4月12日下午，我校召开本科教学工作会议。校长尹若水讲话，副校长庄一鹤主持。\n尹若水要求，一是转变观念；二是深化改革。',
    facts: { title: '我校召开本科教学工作会议', published: '2022-04-13', outlet: '教务处' },
  },
  {
    what: 'an old page of tables and fonts, without a title',
    html: `<html><body><table width="100%"><tr><td align=center><font size=5><b>红枫镇召开春耕生产会议</b></font></td></tr>
<tr><td align=center>作者：党政办 来源：红枫镇 日期：2012-3-4 点击：77</td></tr>
<tr><td><span>　　3月3日，红枫镇召开春耕生产会议，镇长穆青山出席会议并讲话。<br><br>　　会议由副镇长常乐主持，各村负责人参加会议。</span></td></tr></table></body></html>`,
    text: '红枫镇召开春耕生产会议\n来源：红枫镇\n3月3日，红枫镇召开春耕生产会议，镇长穆青山出席会议并讲话。\n会议由副镇长常乐主持，各村负责人参加会议。',
    facts: { title: '红枫镇召开春耕生产会议', published: '2012-3-4', outlet: '红枫镇' },
  },
  {
    what: 'a page whose headline stands in its title alone, with meta tags and JSON-LD',
    html: `<!doctype html><html><head><title>青石区召开人才工作会议_青石在线</title><meta property="og:title" content="青石区召开人才工作会议">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"青石区召开人才工作会议","datePublished":"2023-11-02T08:00:00+08:00"}</script>
<meta name="source" content="青石在线"></head>
<body><main><article><p>11月1日，青石区召开人才工作会议。</p><p>会议强调，要引育并举，做好服务。</p></article></main>
<section class="comments"><p>网友甲：说得好，支持，希望尽快落实，让更多的人才来到这里工作和生活，越办越好。</p></section></body></html>`,
    text: '青石区召开人才工作会议\n11月1日，青石区召开人才工作会议。\n会议强调，要引育并举，做好服务。',
    facts: { title: '青石区召开人才工作会议', published: '2023-11-02T08:00:00+08:00', outlet: '青石在线' },
  },
  {
    what: 'a piece of a page without any frame',
    html: '<p style="text-indent:2em">县委今天召开会议，<a href="/x">传达学习</a>有关精神。</p>\r\n<p>会议要求&ldquo;抓好落实&rdquo;。<br/>来源：县委办</p>',
    text: '县委今天召开会议，传达学习有关精神。\n会议要求“抓好落实”。\n来源：县委办',
    facts: { title: null, published: null, outlet: '县委办' },
  },
  {
    what: 'a page in traditional characters with annotations',
    html: '<html><head><title>縣僑聯(lián)會(huì)議召開</title></head><body><h1>縣僑聯(lián)會(huì)議召開</h1><div><p>縣僑聯(lián)主席鍾振華主持會(huì)議，並講話。</p></div></body></html>',
    text: '县侨联会议召开\n县侨联主席钟振华主持会议，并讲话。',
    facts: { title: '县侨联会议召开', published: null, outlet: null },
  },
  {
    what: 'a page with nothing but links',
    html: '<html><body><ul><li><a href="1">桂湖市召开会议</a></li><li><a href="2">青石区召开会议</a></li></ul></body></html>',
    text: '桂湖市召开会议\n青石区召开会议',
    facts: { title: null, published: null, outlet: null },
  },
  {
    what: 'headings alone, the last of which is taken for the headline',
    html: '<h1>桂湖市召开会议</h1><h1>青石区召开会议</h1><h1>松林县召开会议</h1>',
    text: '桂湖市召开会议\n青石区召开会议\n松林县召开会议',
    facts: { title: '松林县召开会议', published: null, outlet: null },
  },
  {
    what: 'related reading behind the article ends it',
    html: '<div><p>3月3日，红枫镇召开春耕生产会议。</p><p>责任编辑欧阳若水</p><p>相关阅读</p><p>松林县昨天召开防汛会议，部署工作。</p></div>',
    text: '3月3日，红枫镇召开春耕生产会议。',
    facts: { title: null, published: null, outlet: null },
  },
  {
    what: 'an empty article element beside the words, and a stray end tag in a cell',
    html: '<article></article><table><tr><td>3月3日，红枫镇召开春耕生产会议。</div><p>会议强调，要抓好落实。</p></td></tr></table>',
    text: '3月3日，红枫镇召开春耕生产会议。\n会议强调，要抓好落实。',
    facts: { title: null, published: null, outlet: null },
  },
  {
    what: 'an end tag that is never closed',
    html: '<p>3月3日，红枫镇召开春耕生产会议。</p></t 会议',
    text: '3月3日，红枫镇召开春耕生产会议。',
    facts: { title: null, published: null, outlet: null },
  },
  {
    what: 'an attribute that stands twice, spaces on both sides of a tag, line breaks beside marks and beside nothing',
    html: '<p id="a" id="b">A <b> B</b>会议“强调”\n…要抓好\n“落实”，会议&zwj;\n结束。召开。</p>',
    text: 'A B会议“强调”…要抓好“落实”，会议 结束。召开。',
    facts: { title: null, published: null, outlet: null },
  },
  {
    what: 'a source line with its colon as an entity, and too short a line above it',
    html: '<p>会议</p><p>来源&#65306;红枫镇 日期：2012-3-4</p><p>3月3日，红枫镇召开春耕生产会议。</p>',
    text: '会议\n来源：红枫镇\n3月3日，红枫镇召开春耕生产会议。',
    facts: { title: null, published: '2012-3-4', outlet: '红枫镇' },
  },
  {
    what: 'facts that lie deep in JSON-LD, behind a publisher without a name and an empty headline',
    html: '<script type="application/ld+json">{"headline":" ","publisher":{},"@graph":[{"headline":"红枫镇召开会议","publisher":{"name":"红枫在线"}}]}</script><p>3月3日，红枫镇召开春耕生产会议。</p>',
    text: '3月3日，红枫镇召开春耕生产会议。',
    facts: { title: '红枫镇召开会议', published: null, outlet: '红枫在线' },
  },
];

describe('a page', () => {
  it.each(pages.map(({ what, ...page }) => [what, page] as const))('is read: %s', (_what, { html, text, facts }) => {
    const article = decode({ origin, content: html, format: null });
    expect(article.format).toBe('html');
    const { clean, page, map } = restore(article);
    expect(clean).toBe(text);
    expect(page).toEqual(facts);
    // What stands in clean text unchanged leads back to the same words of the source.
    for (const word of ['召开', '会议']) {
      const at = clean.indexOf(word);
      const { start, end } = map.toSource({ start: at, end: at + word.length });
      if (end - start === word.length)
        expect(['召开', '会议', '召開', '會議']).toContain(article.text.slice(start, end));
    }
  });

  it('has no page facts when the article is plain text', () => {
    expect(restore(decode({ origin, content: '会议召开。', format: null })).page).toBeNull();
  });
});
