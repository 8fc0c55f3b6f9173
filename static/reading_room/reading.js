// Before anything is painted: how this reader chose to read, if ever. A classic script, for a module would come too late.
try {
  for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem("reading") ?? "{}"))) {
    if (["size", "measure", "spacing"].includes(name)) document.documentElement.dataset[name] = value;
  }
} catch {} // a browser that keeps nothing, or what somebody else wrote there
