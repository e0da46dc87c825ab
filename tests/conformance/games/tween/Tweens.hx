package tween;

import tween.Ease.Easing;

/** Moves a property to a value. Where it starts from is known when it starts. **/
class Tween extends Timed {
	final property:Property;
	final to:Float;
	final easing:Easing;
	var from = 0.0;

	public function new(property:Property, to:Float, length:Float, ?easing:Easing) {
		super(length);
		this.property = property;
		this.to = to;
		this.easing = easing == null ? Ease.linear : easing;
	}

	override function begin():Void {
		from = property.value;
	}

	function apply(seconds:Float):Void {
		property.value = from + (to - from) * easing(length == 0.0 ? 1.0 : at / length);
	}
}

class Wait extends Timed {
	function apply(seconds:Float):Void {}
}

/** Calls a function; takes no time. **/
class Call extends Timed {
	final run:() -> Void;

	public function new(run:() -> Void) {
		super(0.0);
		this.run = run;
	}

	override function begin():Void {
		run();
	}

	function apply(seconds:Float):Void {}
}

/** One after the other; what one does not need of a step is the next one's. **/
class Sequence extends Timed {
	final parts:Array<Timed>;
	var current = 0;

	public function new(parts:Array<Timed>) {
		super(Lambda.fold(parts, (part, sum) -> part.length + sum, 0.0));
		this.parts = parts;
	}

	override function begin():Void {
		current = 0;
	}

	function apply(seconds:Float):Void {
		var left = seconds;
		while (current < parts.length) {
			left = parts[current].advance(left);
			if (!parts[current].isDone) break;
			current++;
		}
	}

	override public function rewind():Void {
		super.rewind();
		for (part in parts) part.rewind();
	}
}

/** All at once, as long as the longest. **/
class Together extends Timed {
	final parts:Array<Timed>;

	public function new(parts:Array<Timed>) {
		super(Lambda.fold(parts, (part, most) -> Math.max(part.length, most), 0.0));
		this.parts = parts;
	}

	function apply(seconds:Float):Void {
		for (part in parts) if (!part.isDone || part.at == 0.0) part.advance(seconds);
	}

	override public function rewind():Void {
		super.rewind();
		for (part in parts) part.rewind();
	}
}

/** The same again. **/
class Loop extends Timed {
	final part:Timed;

	public function new(part:Timed, times:Int) {
		super(part.length * times);
		this.part = part;
	}

	function apply(seconds:Float):Void {
		var left = seconds;
		while (left > 0.0) {
			left = part.advance(left);
			if (part.isDone && !isDone) part.rewind();
			else if (part.isDone) break;
		}
	}

	override public function rewind():Void {
		super.rewind();
		part.rewind();
	}
}
