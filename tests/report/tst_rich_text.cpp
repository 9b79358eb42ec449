#include "report/rich_text.h"
#include "support/support.h"

#include <QTest>

class TestRichText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void html_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::newRow("nothing") << u""_qs << u""_qs;
        QTest::newRow("what looks like HTML is text")
            << u"--work_dir=<path> <b>"_qs << u"<p>--work_dir=&lt;path&gt; &lt;b&gt;</p>\n"_qs;
        QTest::newRow("a block that looks like HTML is text")
            << u"<script>\nx\n</script>"_qs << u"<p>&lt;script&gt; x &lt;/script&gt;</p>\n"_qs;
        QTest::newRow("code is exact") << u"`a <b> & \"c\" *d*`"_qs
                                       << u"<p><code>a &lt;b&gt; &amp; &quot;c&quot; *d*</code></p>\n"_qs;
        QTest::newRow("underscores within a word")
            << u"cgroups_root and _this_"_qs << u"<p>cgroups_root and <em>this</em></p>\n"_qs;
        QTest::newRow("strong") << u"**not** now"_qs << u"<p><strong>not</strong> now</p>\n"_qs;
        QTest::newRow("entities are characters")
            << u"&lt;x&gt; &amp;&#65; &copy;"_qs << u"<p>&lt;x&gt; &amp;A &amp;copy;</p>\n"_qs;
        QTest::newRow("escapes") << u"\\*a\\* \\`b\\`"_qs << u"<p>*a* `b`</p>\n"_qs;
        QTest::newRow("https links") << u"[a](https://b.org/?c=1&d)"_qs
                                     << u"<p><a href=\"https://b.org/?c=1&amp;d\">a</a></p>\n"_qs;
        QTest::newRow("other links are text") << u"[a](javascript:b) [c](file:///etc/passwd)"_qs << u"<p>a c</p>\n"_qs;
        QTest::newRow("no attribute is broken out of")
            << u"[a](<https://b.org/\"onclick=\">)"_qs
            << u"<p><a href=\"https://b.org/&quot;onclick=&quot;\">a</a></p>\n"_qs;
        QTest::newRow("soft and hard breaks") << u"a\nb  \nc"_qs << u"<p>a b<br>c</p>\n"_qs;
        QTest::newRow("nested lists")
            << u"- a\n  1. b\n  2. c\n- d"_qs
            << u"<ul>\n<li>a\n<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>\n"_qs;
        QTest::newRow("numbers start where they start") << u"3. a"_qs << u"<ol start=\"3\">\n<li>a</li>\n</ol>\n"_qs;
        QTest::newRow("what belongs to a list item stays in it")
            << u"- a\n\n  b\n\n  ```sh\n  c <d>\n    e\n  ```\n\nf"_qs
            << u"<ul>\n<li>a\n<p>b</p>\n\n<pre><code>c &lt;d&gt;\n  e\n</code></pre>\n</li>\n</ul>\n<p>f</p>\n"_qs;
        QTest::newRow("text behind code in a tight list")
            << u"- ```\n  a\n  ```\n  b"_qs
            << u"<ul>\n<li>\n<pre><code>a\n</code></pre>\n\n<p>b</p>\n</li>\n</ul>\n"_qs;
        QTest::newRow("headings and quotes lose nothing") << u"# a\n> b"_qs << u"<p>a</p>\n<p>b</p>\n"_qs;
    }
    void html() {
        QFETCH(QString, text);
        QFETCH(QString, html);
        QCOMPARE(commonMarkToHtml(text), html);
    }

    void blocks_carryDepthAndMarker() {
        QStringList shape;
        for (const Block& block : parseCommonMark(u"a\n\n- b\n  1. c\n\n  d\n"_qs))
            shape << QString::number(block.depth) + block.marker + block.spans.value(0).text;
        QCOMPARE(shape, (QStringList{u"0a"_qs, u"1•b"_qs, u"21.c"_qs, u"1d"_qs}));
    }

    void spans_joinWhatLooksTheSame() {
        const QList<Span> spans = parseInline(u"a &amp; <b> `c` **d `e`**"_qs);
        QCOMPARE(spans.size(), 5);
        QCOMPARE(spans[0].text, u"a & <b> "_qs);
        QCOMPARE(spans[1].style, Span::Style::Code);
        QCOMPARE(spans[3].style, Span::Style::Strong);
        QCOMPARE(spans[4].style, Span::Style::Code);
    }

    void plainText_hasNoMarkup() { QCOMPARE(plainText(u"**a** `b_c` [d](https://e.org)"_qs), u"a b_c d"_qs); }
    void inlineHtml_hasNoParagraph() { QCOMPARE(inlineToHtml(u"a `<b>`"_qs), u"a <code>&lt;b&gt;</code>"_qs); }
};

QTEST_GUILESS_MAIN(TestRichText)
#include "tst_rich_text.moc"
