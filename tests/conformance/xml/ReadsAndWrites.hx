import haxe.xml.Parser;

/** What `Xml.parse` reads, what is not well-formed, and what `toString` and `haxe.xml.Printer` write. **/
class ReadsAndWrites {
	static function read(text:String) {
		Sys.println(try Xml.parse(text).toString() catch (e:XmlParserException) 'line ${e.lineNumber}, ${e.positionAtLine}: ${e.message}');
	}

	static function readStrictly(text:String) {
		Sys.println(try Parser.parse(text, true).toString() catch (e:XmlParserException) '${e.position}: ${e.message}');
	}

	static function main() {
		for (text in ["<a/>", "<a></a>", "<a b='1'/>", "<a b = \"1\" />", "<a>x</a>", "<a><b/><c>t</c></a>", "<!-- c --><a/>", "", "text", "  <a/>  "]) read(text);
		for (text in [
			"<?xml version=\"1.0\"?><a/>", "<!DOCTYPE html><a/>", "<!doctype a><a/>", "<!DOCTYPE a [<!ELEMENT b (#PCDATA)>]><a/>", "<a><![CDATA[x<y&z]]></a>",
			"<a>&lt;&amp;&quot;&apos;&gt;&#65;&#x42;</a>", "<a>&nbsp;&foo;</a>", "<a b='&lt;&#65;&amp;'/>", "<a:b c:d='e'/>", "<a.b-c_d/>", "<a/><b/>",
			"<a b='x<y>z'/>", "<a b=\"it's\"/>", "<a>]]></a>", "<a><!-- c -- d --></a>", "<!---->", "<a><?pi x?></a>", "<a>é€</a>", "<a \t b='1'></a >", "<a>&lt</a>", "<a>a&b</a>",
			"<a><b><c><d/></c></b></a>"
		]) read(text);
		for (text in [
			"<a>", "</a>", "<a></b>", "<a b></a>", "<a b=1/>", "<a b='1' b='2'/>", "<a", "<", "<a b='1", "<!-- x", "<![CDATA[ x", "<?x", "<a><b></a></b>", "<>", "</>", "<a /x>", "<a/ >",
			"<!foo>", "<![CDAT[", "<a/>text<b>", "<!-->", "<a\n\nb='1'\nc/>", "<a é='1'/>", "<a b=>", "<a></a b>", "<!DOCTYPE a", "<a>x", "x<"
		]) read(text);
		for (text in ["<a>&nbsp;</a>", "<a>&lt</a>", "<a>a&b</a>", "<a b='x\ny<z'/>", "<a b='a>b'/>", "<a b='&foo;'/>", "<a b='&amp;'>&gt;</a>"]) readStrictly(text);
		for (text in [
			"<a><b>t</b><c/><!-- x --><d><e/></d>mixed<![CDATA[q]]></a>", "<?xml v?><!DOCTYPE a><a b='1'>\n  <b>  x </b>\n</a>", "<a>line1\nline2<b/></a>", "<a><!-- x\n  y --></a>", "<a></a>",
			"<a><![CDATA[ ]]></a>"
		]) {
			Sys.println(haxe.xml.Printer.print(Xml.parse(text), true));
			Sys.println(haxe.xml.Printer.print(Xml.parse(text)));
		}
	}
}
