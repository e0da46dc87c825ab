package haxe;

import haxe.internal.template.ExpressionParser;
import haxe.internal.template.TemplateNode;
import haxe.internal.template.TemplateParser;

/**
	Text with places that are filled in from an object:

	- `::name::`, `::name.field::`, `::(a + b)::`: a value; two operands with an operator stand in parentheses
	- `::if condition::` ... `::elseif condition::` ... `::else::` ... `::end::`
	- `::foreach list::` ... `::end::`: once for each element, whose fields are found first; `__current__` is the element
	- `$$name(argument, argument)`: what the function `name` of `macros` gives. Its first argument finds variables by name;
	  an argument that is one value stays that value, others are text.
**/
class Template {
	/** Where names are looked for last. **/
	public static var globals:Dynamic = {};

	final root:TemplateNode;
	var context:Dynamic = null;
	var macros:Dynamic = null;

	/** The contexts around the element of a `foreach`, the outermost first. **/
	var outer:Array<Dynamic> = [];

	/** Throws a text where the template is wrong. **/
	public function new(str:String) {
		root = TemplateParser.parse(str);
	}

	/** The text, filled in from the fields of `context` and with the functions of `macros`. **/
	public function execute(context:Dynamic, ?macros:Dynamic):String {
		this.context = context;
		this.macros = macros ?? {};
		outer = [];
		var out = new StringBuf();
		run(root, out);
		return out.toString();
	}

	function resolve(name:String):Dynamic {
		if (name == "__current__") return context;
		if (Reflect.isObject(context) && has(context, name)) return Reflect.getProperty(context, name);
		var i = outer.length;
		while (--i >= 0) if (Reflect.isObject(outer[i]) && has(outer[i], name)) return Reflect.getProperty(outer[i], name);
		return Reflect.field(globals, name);
	}

	static function has(object:Dynamic, name:String):Bool {
		return Reflect.hasField(object, name) || Reflect.getProperty(object, name) != null;
	}

	function run(node:TemplateNode, out:StringBuf):Void {
		switch (node) {
			case Text(text):
				out.add(text);
			case Value(expression):
				out.add(Std.string(expression(resolve)));
			case If(condition, yes, no):
				run(ExpressionParser.isTrue(condition(resolve)) ? yes : no, out);
			case ForEach(list, body):
				forEach(list(resolve), body, out);
			case Call(name, args):
				out.add(Std.string(call(name, args)));
			case Block(nodes):
				for (child in nodes) run(child, out);
		}
	}

	function forEach(list:Dynamic, body:TemplateNode, out:StringBuf):Void {
		var iterator = iteratorOf(list);
		outer.push(context);
		while (iterator.hasNext()) {
			context = iterator.next();
			run(body, out);
		}
		context = outer.pop();
	}

	/** Of an array, or of what has a method `iterator`, or is an iterator. **/
	static function iteratorOf(list:Dynamic):Iterator<Dynamic> {
		if (list is Array) return (list : Array<Dynamic>).iterator();
		if (Reflect.isObject(list) && !(list is String)) {
			if (Reflect.field(list, "iterator") != null) return list.iterator();
			if (Reflect.field(list, "hasNext") != null) return list;
		}
		throw "Cannot iter on " + Std.string(list);
	}

	function call(name:String, args:Array<TemplateNode>):Dynamic {
		var values:Array<Dynamic> = [resolve];
		for (arg in args) values.push(argument(arg));
		try {
			return Reflect.callMethod(macros, Reflect.field(macros, name), values);
		} catch (e:Dynamic) {
			throw 'Macro call $name(${values.slice(1).join(",")}) failed (${Std.string(e)})';
		}
	}

	function argument(node:TemplateNode):Dynamic {
		return switch (node) {
			case Value(expression): expression(resolve);
			default:
				var out = new StringBuf();
				run(node, out);
				out.toString();
		}
	}
}
