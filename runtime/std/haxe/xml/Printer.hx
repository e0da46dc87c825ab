package haxe.xml;

/** Writes XML. **/
class Printer {
	final out:StringBuf = new StringBuf();
	final isPretty:Bool;

	function new(isPretty:Bool) {
		this.isPretty = isPretty;
	}

	/** The node as XML. With `pretty` every node has lines of its own, indented by tabs, and texts change by that. **/
	public static function print(xml:Xml, pretty:Bool = false):String {
		var printer = new Printer(pretty);
		printer.node(xml, "");
		return printer.out.toString();
	}

	function node(xml:Xml, indent:String):Void {
		switch (xml.nodeType) {
			case Document:
				for (child in xml) node(child, indent);
			case Element:
				element(xml, indent);
			case PCData:
				if (xml.nodeValue.length > 0) line(indent + StringTools.htmlEscape(xml.nodeValue));
			case CData:
				line(indent + "<![CDATA[" + xml.nodeValue + "]]>");
			case Comment:
				line(indent + "<!--" + ~/[\n\r\t]+/g.replace(xml.nodeValue, "") + "-->");
			case ProcessingInstruction:
				line("<?" + xml.nodeValue + "?>");
			case DocType:
				line("<!DOCTYPE " + xml.nodeValue + ">");
		}
	}

	function element(xml:Xml, indent:String):Void {
		out.add(indent + "<" + xml.nodeName);
		for (name in xml.attributes()) {
			out.add(" " + name + "=\"" + StringTools.htmlEscape(xml.get(name), true) + "\"");
		}
		if (!hasContent(xml)) {
			line("/>");
			return;
		}
		line(">");
		for (child in xml) node(child, isPretty ? indent + "\t" : indent);
		line(indent + "</" + xml.nodeName + ">");
	}

	/** Is there anything between the tags? A text does count where it is empty: `<a></a>` is written as it was read. **/
	static function hasContent(xml:Xml):Bool {
		for (child in xml) {
			var isContent = switch (child.nodeType) {
				case Element | PCData: true;
				case CData | Comment: StringTools.ltrim(child.nodeValue).length > 0;
				default: false;
			}
			if (isContent) return true;
		}
		return false;
	}

	function line(text:String):Void {
		out.add(text);
		if (isPretty) out.add("\n");
	}
}
