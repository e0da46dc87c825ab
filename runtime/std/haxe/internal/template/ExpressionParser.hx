package haxe.internal.template;

import haxe.internal.template.TemplateNode.Expression;

/**
	Reads the expressions of templates: names, fields, whole and decimal numbers, texts in double quotes, `!` and `-`
	before an operand, and two operands with an operator between in parentheses.
**/
class ExpressionParser {
	/** Parentheses, texts, numbers, operators. **/
	static final special = ~/\(|\)|"[^"]*"|(?<![A-Za-z0-9_])\d+\.\d+|[!+=\/><*.&|-]+/;

	final source:String;
	final tokens:Array<String>;
	var at:Int = 0;

	function new(source:String) {
		this.source = source;
		tokens = split(source);
	}

	/** A tag without operators is the name of a variable, whatever it is, even with spaces. **/
	public static function parse(source:String):Expression {
		return special.match(source) ? parseTree(source) : resolve -> resolve(source);
	}

	/** Throws a text where the expression is wrong. **/
	public static function parseTree(source:String):Expression {
		var parser = new ExpressionParser(source);
		var expression = parser.operand();
		if (parser.at < parser.tokens.length) parser.unexpected();
		return expression;
	}

	static function split(source:String):Array<String> {
		var tokens = [];
		var rest = source;
		while (special.match(rest)) {
			addName(tokens, special.matchedLeft());
			tokens.push(special.matched(0));
			rest = special.matchedRight();
		}
		addName(tokens, rest);
		return tokens;
	}

	static function addName(tokens:Array<String>, text:String):Void {
		var name = StringTools.trim(text);
		if (name != "") tokens.push(name);
	}

	function unexpected():Dynamic {
		var found = at < tokens.length ? tokens[at] : "<eof>";
		throw 'Unexpected \'$found\' in $source';
	}

	function accept(token:String):Bool {
		if (at >= tokens.length || tokens[at] != token) return false;
		at++;
		return true;
	}

	/** An operand and the fields behind it. **/
	function operand():Expression {
		var result = withoutFields();
		while (accept(".")) result = field(result, name());
		return result;
	}

	static function field(object:Expression, name:String):Expression {
		return resolve -> {
			var value:Dynamic = object(resolve);
			value == null ? null : Reflect.field(value, name);
		}
	}

	function name():String {
		if (at >= tokens.length || !~/^[A-Za-z0-9_]+$/.match(tokens[at])) unexpected();
		return tokens[at++];
	}

	function withoutFields():Expression {
		if (accept("(")) return inParentheses();
		if (accept("!")) {
			var inner = operand();
			return resolve -> !isTrue(inner(resolve));
		}
		if (accept("-")) {
			var inner = operand();
			return resolve -> -inner(resolve);
		}
		return constant();
	}

	/** Null and false are not. **/
	public static function isTrue(value:Dynamic):Bool {
		return value != null && value != false;
	}

	function constant():Expression {
		if (at >= tokens.length) unexpected();
		var token = tokens[at];
		if (StringTools.startsWith(token, "\"")) {
			at++;
			var text = token.substring(1, token.length - 1);
			return _ -> text;
		}
		if (~/^\d+(\.\d+)?([eE]\d+)?$/.match(token)) {
			at++;
			var number:Dynamic = Std.parseFloat(token);
			return _ -> number;
		}
		var variable = name();
		return resolve -> resolve(variable);
	}

	function inParentheses():Expression {
		var left = operand();
		if (accept(")")) return left;
		var operatorAt = at++;
		if (operatorAt >= tokens.length) unexpected();
		if (~/^[A-Za-z0-9_("]/.match(tokens[operatorAt])) {
			at = operatorAt;
			unexpected();
		}
		var right = operand();
		if (!accept(")")) unexpected();
		return binary(tokens[operatorAt], left, right);
	}

	function binary(op:String, left:Expression, right:Expression):Expression {
		return switch (op) {
			case "+": resolve -> left(resolve) + right(resolve);
			case "-": resolve -> left(resolve) - right(resolve);
			case "*": resolve -> left(resolve) * right(resolve);
			case "/": resolve -> left(resolve) / right(resolve);
			case ">": resolve -> left(resolve) > right(resolve);
			case "<": resolve -> left(resolve) < right(resolve);
			case ">=": resolve -> left(resolve) >= right(resolve);
			case "<=": resolve -> left(resolve) <= right(resolve);
			case "==": resolve -> left(resolve) == right(resolve);
			case "!=": resolve -> left(resolve) != right(resolve);
			case "&&": resolve -> left(resolve) == true ? right(resolve) : false;
			case "||": resolve -> left(resolve) == true ? true : right(resolve);
			default: throw 'Unexpected \'Unknown operation $op\' in $source';
		}
	}
}
