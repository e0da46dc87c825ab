package haxe.xml;

/** What an attribute or a text may be. **/
enum Filter {
	/** Has a digit. **/
	FInt;

	/** `true`, `false`, `0` or `1` **/
	FBool;

	FEnum(values:Array<String>);

	/** A part of it matches. **/
	FReg(matcher:EReg);
}

/** An attribute that an element must have, unless there is a value to set where it is missing. **/
enum Attrib {
	Att(name:String, ?filter:Filter, ?defvalue:String);
}

/** What nodes may be. **/
enum Rule {
	/** An element with these attributes and what is below it; without them it has none. **/
	RNode(name:String, ?attribs:Array<Attrib>, ?childs:Rule);

	/** A text. **/
	RData(?filter:Filter);

	/** Any number of nodes. **/
	RMulti(rule:Rule, ?atLeastOne:Bool);

	/** Each of the rules once, in any order unless `ordered`. **/
	RList(rules:Array<Rule>, ?ordered:Bool);

	/** One of the rules. **/
	RChoice(choices:Array<Rule>);

	ROptional(rule:Rule);
}

/** Tells whether XML is as rules say. White space, comments and what comes before the first element do not count. **/
class Check {
	/** Throws a text where the element is not as the rule says. Sets attributes that are missing and have a value for that. **/
	public static function checkNode(x:Xml, r:Rule):Void {
		report(nodeProblem(x, r));
	}

	/** The same for what is in a document. **/
	public static function checkDocument(x:Xml, r:Rule):Void {
		if (x.nodeType != Document) throw "Document expected";
		report(childrenProblem(x, r));
	}

	static function report(problem:Null<Problem>):Void {
		if (problem == null) return;
		var path = problem.path.length == 0 ? "" : "In " + problem.path.join(".") + ": ";
		throw path + problem.message;
	}

	static function problem(message:String):Problem {
		return {path: [], message: message};
	}

	static function nodeProblem(x:Xml, rule:Rule):Null<Problem> {
		return switch (rule) {
			case RNode(name, attribs, childs):
				var isMeant = x.nodeType == Element && x.nodeName == name;
				isMeant ? elementProblem(x, attribs ?? [], childs ?? RList([])) : problem('${describe(x)} while expected element $name');
			case RData(filter):
				var isText = x.nodeType == PCData || x.nodeType == CData;
				isText ? textProblem(x, filter) : problem(describe(x) + " while data expected");
			case RChoice(choices):
				Lambda.exists(choices, choice -> nodeProblem(x, choice) == null) ? null : nodeProblem(x, choices[0]);
			case RMulti(inner, _) | ROptional(inner):
				nodeProblem(x, inner);
			case RList(rules, isOrdered):
				new OpenRules(rules, isOrdered == true).take(x, nodeProblem);
		}
	}

	static function textProblem(x:Xml, filter:Null<Filter>):Null<Problem> {
		return passes(x.nodeValue, filter) ? null : problem("invalid data format for " + describe(x));
	}

	static function elementProblem(x:Xml, attribs:Array<Attrib>, childs:Rule):Null<Problem> {
		var found = attributeProblem(x, attribs) ?? childrenProblem(x, childs);
		return found == null ? null : {path: [x.nodeName].concat(found.path), message: found.message};
	}

	static function attributeProblem(x:Xml, attribs:Array<Attrib>):Null<Problem> {
		for (name in x.attributes()) {
			var rule = Lambda.find(attribs, attrib -> nameOf(attrib) == name);
			if (rule == null) return problem("unexpected attribute " + name);
			switch (rule) {
				case Att(_, filter, _): if (!passes(x.get(name), filter)) return problem("invalid attribute value for " + name);
			}
		}
		for (attrib in attribs) {
			switch (attrib) {
				case Att(name, _, value) if (!x.exists(name)):
					if (value == null) return problem("missing required attribute " + name);
					x.set(name, value);
				default:
			}
		}
		return null;
	}

	static function nameOf(attrib:Attrib):String {
		return switch (attrib) {
			case Att(name, _, _): name;
		}
	}

	static function passes(text:String, filter:Null<Filter>):Bool {
		return switch (filter) {
			case null: true;
			case FInt: ~/[0-9]+/.match(text);
			case FBool: passes(text, FEnum(["true", "false", "0", "1"]));
			case FEnum(values): values.indexOf(text) >= 0;
			case FReg(matcher): matcher.match(text);
		}
	}

	static function childrenProblem(parent:Xml, rule:Rule):Null<Problem> {
		var open = switch (rule) {
			case RList(rules, isOrdered): new OpenRules(rules, isOrdered == true);
			default: new OpenRules([rule], false);
		}
		for (child in parent) {
			if (isBlank(child)) continue;
			var found = open.take(child, nodeProblem);
			if (found != null) return found;
		}
		var missing = open.missing();
		return missing == null ? null : problem("Missing " + expectation(missing));
	}

	static function isBlank(x:Xml):Bool {
		return switch (x.nodeType) {
			case PCData: StringTools.trim(x.nodeValue) == "";
			case Comment | DocType | ProcessingInstruction: true;
			default: false;
		}
	}

	static function expectation(rule:Rule):String {
		return switch (rule) {
			case RNode(name, _, _): "element " + name;
			case RData(_): "data";
			case RMulti(inner, _) | ROptional(inner): expectation(inner);
			case RList(rules, _) | RChoice(rules): expectation(rules[0]);
		}
	}

	@:allow(haxe.xml)
	static function describe(x:Xml):String {
		return x.nodeType == Element ? "element " + x.nodeName : StringTools.trim(x.nodeValue);
	}
}

/** What is wrong, and the names of the elements around it. **/
private typedef Problem = {
	final path:Array<String>;
	final message:String;
}

/** The rules of a list that nodes have not used up. **/
private class OpenRules {
	final rules:Array<Rule>;
	final isOrdered:Bool;

	public function new(rules:Array<Rule>, isOrdered:Bool) {
		this.rules = rules.copy();
		this.isOrdered = isOrdered;
	}

	/** Uses up the rule that the node follows; gives what is wrong where there is none. **/
	public function take(x:Xml, problemOf:(Xml, Rule) -> Null<Problem>):Null<Problem> {
		for (i in 0...rules.length) {
			var rule = rules[i];
			var found = problemOf(x, rule);
			if (found == null) {
				use(i);
				return null;
			}
			var mustComeNext = isOrdered && !mayBeMissing(rule);
			if (mustComeNext || rules.length == 1) return found;
		}
		return {path: [], message: "Unexpected " + Check.describe(x)};
	}

	/** A rule for many stays, and has had its one. **/
	function use(i:Int):Void {
		switch (rules[i]) {
			case RMulti(inner, _): rules[i] = RMulti(inner);
			default: rules.splice(i, 1);
		}
	}

	/** A rule that has no node, and must; null where there is none. **/
	public function missing():Null<Rule> {
		return Lambda.find(rules, rule -> !mayBeMissing(rule));
	}

	static function mayBeMissing(rule:Rule):Bool {
		return switch (rule) {
			case RMulti(inner, atLeastOne): atLeastOne != true || mayBeMissing(inner);
			case RList(rules, _): !Lambda.exists(rules, rule -> !mayBeMissing(rule));
			case RChoice(choices): Lambda.exists(choices, mayBeMissing);
			case ROptional(_): true;
			case RNode(_, _, _) | RData(_): false;
		}
	}
}
