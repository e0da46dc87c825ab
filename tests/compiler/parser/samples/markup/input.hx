function main() {
	var view = <div class="it's"><div/>text {x}</div>;
	<>a</>
	after();
}
