package haxe.xml;

/** Reads XML: elements, texts, CDATA, comments, processing instructions; document types as they stand. **/
class Parser {
	final text:String;
	final isStrict:Bool;
	var at:Int = 0;

	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	function new(text:String, isStrict:Bool) {
		this.text = text;
		this.isStrict = isStrict;
	}

	/**
		The document that the text holds. Throws an `XmlParserException` where it is not well-formed. Entities that are not
		known stay as they are, and with `strict` are errors, as are `<` and `>` in attributes.
	**/
	public static function parse(str:String, strict:Bool = false):Xml {
		var document = Xml.createDocument();
		new Parser(str, strict).content(document);
		return document;
	}

	function fail(message:String, ?position:Int):Dynamic {
		throw new XmlParserException(message, text, position ?? at);
	}

	/** All up to the end. The element that a tag opened last is in `open`; so deep documents need no deep stack. **/
	function content(document:Xml):Void {
		var open = document;
		while (at < text.length) {
			if (unitAt(text, at) != "<".code) {
				characters(open);
				continue;
			}
			at++;
			switch (unitAt(text, at)) {
				case "!".code:
					open.addChild(declaration());
				case "?".code:
					at++;
					open.addChild(Xml.createProcessingInstruction(until("?>")));
				case "/".code:
					open = closeTag(open);
				case -1:
					fail("Unexpected end");
				default:
					open = openTag(open);
			}
		}
		if (open != document) fail(unitAt(text, text.length - 1) == ">".code ? "Unexpected end" : 'Unclosed node <${open.nodeName}>');
	}

	function characters(parent:Xml):Void {
		var end = text.indexOf("<", at);
		if (end < 0) end = text.length;
		parent.addChild(Xml.createPCData(unescape(end, false)));
	}

	/** What is up to `end`, which is taken. **/
	function until(end:String):String {
		var found = text.indexOf(end, at);
		if (found < 0) fail("Unexpected end", text.length);
		var result = text.substring(at, found);
		at = found + end.length;
		return result;
	}

	/** `<!--`, `<![CDATA[` or `<!DOCTYPE`, of which `<` is taken. **/
	function declaration():Xml {
		if (accept("![")) {
			if (!accept("CDATA[")) fail("Expected <![CDATA[");
			return Xml.createCData(until("]]>"));
		}
		if (accept("!--")) return Xml.createComment(until("-->"));
		if (text.substr(at + 1, 1).toUpperCase() != "D") fail("Expected <!--");
		if (text.substr(at + 1, 7).toUpperCase() != "DOCTYPE") fail("Expected <!DOCTYPE");
		at += 9;
		return docType();
	}

	function accept(expected:String):Bool {
		if (text.substr(at, expected.length) != expected) return false;
		at += expected.length;
		return true;
	}

	/** Up to a `>` that is not in brackets. **/
	function docType():Xml {
		var start = at;
		var depth = 0;
		while (true) {
			switch (unitAt(text, at++)) {
				case "[".code: depth++;
				case "]".code: depth--;
				case ">".code if (depth == 0): return Xml.createDocType(text.substring(start, at - 1));
				case -1: fail("Unexpected end", text.length);
			}
		}
	}

	/** The element that is open now. **/
	function openTag(parent:Xml):Xml {
		skipSpace();
		var element = Xml.createElement(name("Expected node name"));
		parent.addChild(element);
		while (true) {
			skipSpace();
			switch (unitAt(text, at)) {
				case ">".code:
					at++;
					return element;
				case "/".code:
					at++;
					expect(">");
					return parent;
				default:
					attribute(element);
			}
		}
	}

	function attribute(element:Xml):Void {
		var attributeName = name("Expected attribute name");
		if (element.exists(attributeName)) fail('Duplicate attribute [$attributeName]');
		skipSpace();
		expect("=");
		skipSpace();
		var quote = unitAt(text, at);
		if (quote == -1) fail("Unexpected end");
		if (quote != "\"".code && quote != "'".code) fail("Expected \"");
		at++;
		var end = text.indexOf(String.fromCharCode(quote), at);
		element.set(attributeName, unescape(end < 0 ? text.length : end, true));
		if (end < 0) fail("Unexpected end");
		at++;
	}

	/** The element that is open behind the tag, of which `<` is taken. **/
	function closeTag(open:Xml):Xml {
		at++;
		var start = at;
		skipSpace();
		name("Expected node name");
		var closed = text.substring(start, at);
		if (open.nodeType == Document) fail('Unexpected </$closed>, tag is not open');
		if (closed != open.nodeName) fail('Expected </${open.nodeName}>');
		skipSpace();
		expect(">");
		if (open.firstChild() == null) open.addChild(Xml.createPCData(""));
		return open.parent;
	}

	function expect(character:String):Void {
		if (at >= text.length) fail("Unexpected end");
		if (!accept(character)) fail("Expected " + character);
	}

	function skipSpace():Void {
		while (true) {
			var unit = unitAt(text, at);
			if (unit != " ".code && unit != "\n".code && unit != "\r".code && unit != "\t".code) return;
			at++;
		}
	}

	function name(expected:String):String {
		var start = at;
		while (isNameUnit(unitAt(text, at))) at++;
		if (at == start) fail(at >= text.length ? "Unexpected end" : expected);
		return text.substring(start, at);
	}

	static function isNameUnit(unit:Int):Bool {
		var lower = unit | 32;
		return lower >= "a".code && lower <= "z".code || unit >= "0".code && unit <= ":".code || unit == ".".code || unit == "_".code
			|| unit == "-".code;
	}

	/** The text up to `end`, its entities replaced. **/
	function unescape(end:Int, isAttribute:Bool):String {
		var result = new StringBuf();
		var start = at;
		while (at < end) {
			var unit = unitAt(text, at);
			if (unit == "&".code) {
				result.addSub(text, start, at - start);
				result.add(entity(end));
				start = at;
			} else {
				if (isStrict && isAttribute && (unit == "<".code || unit == ">".code)) {
					fail('Invalid unescaped ${String.fromCharCode(unit)} in attribute value');
				}
				at++;
			}
		}
		result.addSub(text, start, end - start);
		return result.toString();
	}

	/** What `&name;` stands for, where it ends before `end`; else as it is. **/
	function entity(end:Int):String {
		var start = at;
		at++;
		while (at < end && (isNameUnit(unitAt(text, at)) || unitAt(text, at) == "#".code)) at++;
		var entityName = text.substring(start + 1, at);
		if (unitAt(text, at) != ";".code) {
			if (isStrict) fail(at >= text.length ? "Unexpected end" : "Invalid character in entity: " + text.charAt(at));
			return "&" + entityName;
		}
		var meaning = StringTools.startsWith(entityName, "#") ? numbered(entityName.substr(1)) : named(entityName);
		if (meaning == null && isStrict) fail("Undefined entity: " + entityName);
		at++;
		return meaning ?? '&$entityName;';
	}

	static function named(name:String):Null<String> {
		return switch (name) {
			case "lt": "<";
			case "gt": ">";
			case "amp": "&";
			case "quot": "\"";
			case "apos": "'";
			default: null;
		}
	}

	static function numbered(number:String):Null<String> {
		var code = Std.parseInt(StringTools.startsWith(number, "x") ? "0" + number : number);
		return code == null || code < 0 || code > 0x10FFFF ? null : String.fromCharCode(code);
	}
}

/** XML that is not well-formed, with the place. **/
class XmlParserException {
	public var message:String;

	/** From 1 on. **/
	public var lineNumber:Int;

	/** In the line, from 0 on. **/
	public var positionAtLine:Int;

	/** In all of the text, from 0 on. **/
	public var position:Int;

	/** The text. **/
	public var xml:String;

	public function new(message:String, xml:String, position:Int) {
		this.message = message;
		this.xml = xml;
		this.position = position;
		var before = xml.substr(0, position).split("\n");
		lineNumber = before.length;
		positionAtLine = before[before.length - 1].length;
	}

	public function toString():String {
		return 'haxe.xml.XmlParserException: $message at line $lineNumber char $positionAtLine';
	}
}
