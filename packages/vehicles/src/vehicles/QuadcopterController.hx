package vehicles;

import core.Behavior;
import core.audio.Sound;
import core.audio.Voice;
import core.math.Quat;
import core.math.Vec3;

/** Flies its entity by keyboard and hovers when nobody steers. **/
@:behavior class QuadcopterController extends Behavior {
	/** Metres a second. **/
	@:param(min = 0, max = 40) public var maxSpeed:Float = 6.0;

	/** Metres above the origin where it hovers. **/
	@:param(min = 0) public var hoverHeight:Float = 1.5;

	/** Metres a second in the world. **/
	public var velocity:Vec3 = new Vec3();

	/** Radians around the upright axis. **/
	public var yaw:Float = 0.0;

	var mode:FlightMode = Hover(0.0);
	var bobbing:Float = 0.0;
	final input:FlightInput = new FlightInput();

	var hum:Null<Voice> = null;

	static inline final GRIP = 2.5;
	/** What it carries slows it down. **/
	var load:Null<Payload> = null;

	static inline final LEAN = 0.35;
	static inline final PATIENCE = 1.0;

	override public function start():Void {
		mode = Hover(hoverHeight);
		hum = Sound.play("vehicles.RotorHum", true, 0.25);
		load = entity.component(Payload);
	}

	/** Metres a second with what it carries: a kilogram costs a tenth. **/
	function speed():Float {
		var carried = load;
		return carried == null ? maxSpeed : maxSpeed / (1.0 + carried.mass * 0.1);
	}

	override public function update(dt:Float):Void {
		input.readKeyboard();
		handOver(nextMode(dt));
		yaw += input.turn * 1.8 * dt;
		var wanted = switch (mode) {
			case Manual(_): steered();
			case Hover(height): hovering(height, dt);
		}
		velocity.addScaled(wanted.subtract(velocity), Math.min(1.0, GRIP * dt));
		entity.position.addScaled(velocity, dt);
		entity.rotation.copyFrom(attitude());
		// The rotors turn faster the faster it flies.
		var sound = hum;
		if (sound != null) sound.pitch = 0.9 + 0.3 * velocity.length() / speed();
	}

	/** A chirp tells who steers now: a higher one that it is the pilot, a lower one that nobody does. **/
	function handOver(next:FlightMode):Void {
		switch [mode, next] {
			case [Hover(_), Manual(_)]: Sound.play("vehicles.Chirp", false, 0.3, 1.2);
			case [Manual(_), Hover(_)]: Sound.play("vehicles.Chirp", false, 0.3, 0.9);
			case _:
		}
		mode = next;
	}

	function nextMode(dt:Float):FlightMode {
		if (isSteered()) return Manual(0.0);
		return switch (mode) {
			case Manual(seconds) if (seconds + dt < PATIENCE): Manual(seconds + dt);
			case Manual(_): Hover(entity.position.y);
			case Hover(_): mode;
		}
	}

	function isSteered():Bool {
		return input.forward != 0.0 || input.right != 0.0 || input.climb != 0.0 || input.turn != 0.0;
	}

	/** The velocity that the keys ask for, in the world. **/
	function steered():Vec3 {
		var heading = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), yaw);
		return heading.rotate(new Vec3(input.right, input.climb, -input.forward)).scale(speed());
	}

	/** Drifts to `height` and bobs a little, as hovering machines do. **/
	function hovering(height:Float, dt:Float):Vec3 {
		bobbing += dt;
		var target = height + Math.sin(bobbing * 2.0) * 0.08;
		return new Vec3(0.0, (target - entity.position.y) * 4.0, 0.0);
	}

	/** Leans into the direction of flight. **/
	function attitude():Quat {
		var local = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), -yaw).rotate(velocity);
		return Quat.fromEuler(local.z / maxSpeed * LEAN, yaw, -local.x / maxSpeed * LEAN);
	}
}
