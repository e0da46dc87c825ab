package behavior;

import behavior.Composites;
import behavior.Decorators;
import behavior.Node.Context;
import haxe.Exception;

/** A mistake in the text of a tree. **/
class TreeError extends Exception {
	public final line:Int;

	public function new(text:String, line:Int) {
		super('line $line: $text');
		this.line = line;
	}
}

private typedef Line = {
	final number:Int;
	final indent:Int;
	final words:Array<String>;
}

/**
	Reads trees written as an outline, a node a line:

		priority
			sequence
				enemy near?
				cooldown 3
					attack

	A leaf is an action or, with a question mark, a condition; both are looked up by name.
**/
class TreeParser<A> {
	final actions:Map<String, Context<A>->Status>;
	final conditions:Map<String, Context<A>->Bool>;
	var lines:Array<Line> = [];
	var at = 0;

	public function new(actions:Map<String, Context<A>->Status>, conditions:Map<String, Context<A>->Bool>) {
		this.actions = actions;
		this.conditions = conditions;
	}

	public function parse(text:String):Node<A> {
		lines = readLines(text);
		at = 0;
		if (lines.length == 0) throw new TreeError("a tree needs a node", 1);
		var root = node();
		if (at < lines.length) throw new TreeError('${lines[at].words.join(" ")} stands beside the root', lines[at].number);
		return root;
	}

	static function readLines(text:String):Array<Line> {
		return [
			for (index => line in text.split("\n")) {
				var content = StringTools.trim(line.split("//")[0]);
				if (content == "") continue;
				{
					number: index + 1,
					indent: indentOf(line),
					words: content.split(" ").filter(word -> word != "")
				};
			}
		];
	}

	static function indentOf(line:String):Int {
		var count = 0;
		while (line.charAt(count) == "\t") count++;
		return count;
	}

	function node():Node<A> {
		var line = lines[at++];
		var below:Array<Node<A>> = [];
		while (at < lines.length && lines[at].indent > line.indent) below.push(node());
		return switch (line.words) {
			case ["sequence"]: new Sequence("sequence", below);
			case ["selector"]: new Selector("selector", below);
			case ["priority"]: new Priority("priority", below);
			case ["parallel", number]: new Parallel('parallel $number', below, count(number, line));
			case ["not"]: new Inverter("not", single(below, line));
			case ["cooldown", number]: new Cooldown(single(below, line), count(number, line));
			case ["repeat", number]: new Repeat(single(below, line), count(number, line));
			case ["limit", number]: new Limit(single(below, line), count(number, line));
			case words if (below.length > 0): throw new TreeError('${words.join(" ")} cannot have nodes below', line.number);
			case words: leaf(words.join(" "), line);
		}
	}

	function single(below:Array<Node<A>>, line:Line):Node<A> {
		if (below.length != 1) throw new TreeError('${line.words[0]} takes one node, not ${below.length}', line.number);
		return below[0];
	}

	function count(word:String, line:Line):Int {
		var number = Std.parseInt(word);
		if (number == null || number < 1) throw new TreeError('$word is no count', line.number);
		return number;
	}

	function leaf(name:String, line:Line):Node<A> {
		if (StringTools.endsWith(name, "?")) {
			var condition = conditions[name.substr(0, name.length - 1)];
			if (condition == null) throw new TreeError('there is no condition $name', line.number);
			return new Leaf(name, context -> Status.of(condition(context)));
		}
		var action = actions[name];
		if (action == null) throw new TreeError('there is no action $name', line.number);
		return new Leaf(name, action);
	}
}
