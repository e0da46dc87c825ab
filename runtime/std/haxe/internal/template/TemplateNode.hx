package haxe.internal.template;

/** A part of a template. **/
enum TemplateNode {
	Text(text:String);

	/** `::expression::` **/
	Value(expression:Expression);

	/** `::if condition::`, `::else::`, `::elseif condition::`, `::end::` **/
	If(condition:Expression, yes:TemplateNode, no:TemplateNode);

	/** `::foreach list::` up to `::end::` **/
	ForEach(list:Expression, body:TemplateNode);

	/** `$$name(argument, argument)` **/
	Call(name:String, args:Array<TemplateNode>);

	Block(nodes:Array<TemplateNode>);
}

/** Gives its value, asking for the variables. **/
typedef Expression = (resolve:String->Dynamic) -> Dynamic;
