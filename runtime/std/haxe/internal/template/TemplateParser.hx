package haxe.internal.template;

import haxe.internal.template.TemplateNode;

/** Reads templates. **/
class TemplateParser {
	/** `::...::` with the characters of expressions between, or `$$name(`. **/
	static final tag = ~/::([A-Za-z0-9_ ()&|!+=\/><*."-]+)::|\$\$([A-Za-z0-9_-]+)\(/;

	final tokens:Array<Token>;
	var at:Int = 0;

	function new(tokens:Array<Token>) {
		this.tokens = tokens;
	}

	/** Throws a text where the template is wrong. **/
	public static function parse(text:String):TemplateNode {
		var parser = new TemplateParser(split(text));
		var node = parser.block();
		switch (parser.next()) {
			case Tag(stray): throw 'Unexpected \'$stray\'';
			default:
		}
		return node;
	}

	static function split(text:String):Array<Token> {
		var tokens = [];
		var rest = text;
		while (tag.match(rest)) {
			if (tag.matchedLeft() != "") tokens.push(Plain(tag.matchedLeft()));
			var name = tag.matched(2);
			var expression = tag.matched(1);
			rest = tag.matchedRight();
			if (name == null) {
				tokens.push(Tag(expression));
			} else {
				var args = arguments(rest);
				rest = rest.substr(args.length + 1);
				tokens.push(Macro(name, splitArguments(args)));
			}
		}
		if (rest != "") tokens.push(Plain(rest));
		return tokens;
	}

	/** What is up to the parenthesis that closes the one before. **/
	static function arguments(text:String):String {
		var depth = 1;
		for (i in 0...text.length) {
			switch (StringTools.fastCodeAt(text, i)) {
				case "(".code: depth++;
				case ")".code: depth--;
			}
			if (depth == 0) return text.substr(0, i);
		}
		throw "Unclosed macro parenthesis";
	}

	/** At commas that are in no parentheses. **/
	static function splitArguments(text:String):Array<String> {
		var parts = [];
		var depth = 0;
		var start = 0;
		for (i in 0...text.length) {
			switch (StringTools.fastCodeAt(text, i)) {
				case "(".code: depth++;
				case ")".code: depth--;
				case ",".code if (depth == 0):
					parts.push(text.substring(start, i));
					start = i + 1;
			}
		}
		parts.push(text.substr(start));
		return parts;
	}

	function next():Token {
		return at < tokens.length ? tokens[at] : Finish;
	}

	/** All up to the end, or up to a tag that ends a block, which is left. **/
	function block():TemplateNode {
		var nodes = [];
		while (!endsBlock(next())) nodes.push(node());
		return nodes.length == 1 ? nodes[0] : Block(nodes);
	}

	static function endsBlock(token:Token):Bool {
		return switch (token) {
			case Finish | Tag("end" | "else"): true;
			case Tag(text): afterKeyword(text, "elseif") != null;
			default: false;
		}
	}

	/** What follows the keyword where the tag starts with it, else null. **/
	static function afterKeyword(text:String, keyword:String):Null<String> {
		if (!StringTools.startsWith(text, keyword)) return null;
		var rest = text.substr(keyword.length);
		return ~/^[A-Za-z0-9_.]/.match(rest) ? null : StringTools.ltrim(rest);
	}

	function node():TemplateNode {
		return switch (tokens[at++]) {
			case Finish: Block([]);
			case Plain(text): Text(text);
			case Macro(name, args): Call(name, args.map(parse));
			case Tag(text):
				var condition = afterKeyword(text, "if");
				var list = afterKeyword(text, "foreach");
				if (condition != null) conditional(condition) else if (list != null) loop(list) else Value(ExpressionParser.parse(text));
		}
	}

	function loop(list:String):TemplateNode {
		var expression = ExpressionParser.parseTree(list);
		var body = block();
		expectEnd("foreach");
		return ForEach(expression, body);
	}

	/** Behind the condition. **/
	function conditional(condition:String):TemplateNode {
		var expression = ExpressionParser.parseTree(condition);
		var yes = block();
		switch (next()) {
			case Tag("else"):
				at++;
				var no = block();
				expectEnd("else");
				return If(expression, yes, no);
			case Tag(text) if (text != "end"):
				at++;
				return If(expression, yes, conditional(afterKeyword(text, "elseif")));
			default:
				expectEnd("if");
				return If(expression, yes, Block([]));
		}
	}

	function expectEnd(keyword:String):Void {
		switch (next()) {
			case Tag("end"): at++;
			default: throw 'Unclosed \'$keyword\'';
		}
	}
}

private enum Token {
	Plain(text:String);

	/** What is between `::` and `::`. **/
	Tag(text:String);

	Macro(name:String, args:Array<String>);

	/** Nothing comes. **/
	Finish;
}
